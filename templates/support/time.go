package support

import (
	"strings"
	"time"
)

// A DateTime is a date and time of day as RFC 3339, section 5.6, writes them:
// "2026-01-02T03:04:05Z". It keeps the text as it arrived, to the last digit;
// Validate reports one that is malformed.
type DateTime string

// A Date is a full-date of RFC 3339, section 5.6: "2026-01-02". It keeps the
// text as it arrived; Validate reports one that is malformed.
type Date string

// NewDateTime returns t in text.
func NewDateTime(t time.Time) DateTime { return DateTime(t.Format(time.RFC3339Nano)) }

// NewDate returns a date in text.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// Time returns the time that d stands for, or an error for malformed text.
func (d DateTime) Time() (time.Time, error) {
	// RFC 3339 allows what package time does not: small letters.
	return time.Parse(time.RFC3339Nano, strings.ToUpper(string(d)))
}

// Time returns midnight of d in UTC, or an error for malformed text.
func (d Date) Time() (time.Time, error) { return time.Parse(time.DateOnly, string(d)) }

func (d *DateTime) validate(v *validator) {
	if !isDateTime(string(*d)) {
		v.report(ErrFormat, "want an RFC 3339 date-time")
	}
}

func (d *Date) validate(v *validator) {
	if !isDate(string(*d)) {
		v.report(ErrFormat, "want an RFC 3339 full-date")
	}
}

// validateTime is for times of which the reference does not say for certain
// whether they are dates or date-times.
func validateTime[T ~string](p *T, v *validator) {
	if !isDate(string(*p)) && !isDateTime(string(*p)) {
		v.report(ErrFormat, "want an RFC 3339 full-date or date-time")
	}
}

func isDateTime(text string) bool {
	// A leap second (section 5.7) is no time of package time's.
	if len(text) > 19 && text[17:19] == "60" {
		text = text[:17] + "59" + text[19:]
	}
	_, err := DateTime(text).Time()
	return err == nil
}

func isDate(text string) bool {
	_, err := Date(text).Time()
	return err == nil
}
