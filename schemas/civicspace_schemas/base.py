"""What every part of a record is made of: a strict model, spans, ids and checked text values."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from civicspace_schemas.edtf import DURATION_PATTERN, EDTF_PATTERN, check_day, check_duration, check_edtf

DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

type SectionId = Annotated[str, Field(pattern=r"^s[1-9][0-9]*$")]
type EntityId = Annotated[str, Field(pattern=r"^e[1-9][0-9]*$")]
type DateId = Annotated[str, Field(pattern=r"^d[1-9][0-9]*$")]
type QuoteId = Annotated[str, Field(pattern=r"^q[1-9][0-9]*$")]
type EventId = Annotated[str, Field(pattern=r"^v[1-9][0-9]*$")]
type ActId = Annotated[str, Field(pattern=r"^a[1-9][0-9]*$")]

type Offset = Annotated[int, Field(ge=0)]
type Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
type Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
type Day = Annotated[str, Field(pattern=DAY_PATTERN), AfterValidator(check_day)]
type Edtf = Annotated[str, AfterValidator(check_edtf), Field(json_schema_extra={"pattern": EDTF_PATTERN})]
type Duration = Annotated[str, AfterValidator(check_duration), Field(json_schema_extra={"pattern": DURATION_PATTERN})]
type Rule = Annotated[str, Field(min_length=1)]
type Name = Annotated[str, Field(min_length=1)]


class Part(BaseModel):
    """A part of a record: no key but its own, no value of another type, not changed once made."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Extent(Part):
    """A stretch of the report, without its text."""

    start: Offset = Field(description="First character: Unicode code points from the text's start, 0-based.")
    end: Offset = Field(description="Character behind the last one.")


class Span(Part):
    """A stretch of the report with its text; text[start:end] of the report equals it."""

    start: Offset = Field(description="First character: Unicode code points from the text's start, 0-based.")
    end: Offset = Field(description="Character behind the last one.")
    text: str = Field(min_length=1, description="The characters themselves, exactly as in the report.")
