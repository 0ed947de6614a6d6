package support

import (
	"fmt"
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

// Time returns the time that d stands for, or an error for malformed text. A
// leap second is the second that follows it.
func (d DateTime) Time() (time.Time, error) {
	// RFC 3339 allows what package time does not: small letters (section 5.6)
	// and leap seconds (section 5.7).
	text := strings.ToUpper(string(d))
	if !isTimestamp(text) {
		return time.Time{}, fmt.Errorf("%.40q is no RFC 3339 date-time", string(d))
	}
	leap := time.Duration(0)
	if text[17:19] == "60" {
		text, leap = text[:17]+"59"+text[19:], time.Second
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, err
	}
	if hour, minute, _ := t.UTC().Clock(); leap != 0 && (hour != 23 || minute != 59) {
		return time.Time{}, fmt.Errorf("%.40q: a leap second ends a day of UTC", string(d))
	}
	return t.Add(leap), nil
}

// isTimestamp reports whether text has the form of a date-time. Package time
// takes hours of one digit, decimal commas and any offset as well.
func isTimestamp(text string) bool {
	const seconds = "0000-00-00T00:00:00"
	if len(text) < len(seconds) || !hasForm(text[:len(seconds)], seconds) {
		return false
	}
	zone := text[len(seconds):]
	if strings.HasPrefix(zone, ".") {
		fraction := zone[1:]
		if zone = strings.TrimLeft(fraction, "0123456789"); len(zone) == len(fraction) {
			return false
		}
	}
	return zone == "Z" || len(zone) == 6 && (zone[0] == '+' || zone[0] == '-') &&
		hasForm(zone[1:], "00:00") && zone[1:3] < "24" && zone[4:] < "60"
}

// hasForm reports whether text is as long as form, with digits for its zeros.
func hasForm(text, form string) bool {
	if len(text) != len(form) {
		return false
	}
	for i := range len(form) {
		if form[i] == '0' && !isDigit(text[i]) || form[i] != '0' && form[i] != text[i] {
			return false
		}
	}
	return true
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
	_, err := DateTime(text).Time()
	return err == nil
}

func isDate(text string) bool {
	_, err := Date(text).Time()
	return err == nil
}
