namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The texts of dates and times in a sortable format: only days that a calendar has, and only times of a day.</summary>
internal static class TimeTexts
{
    private static readonly string[] Units = ["yyyy", "MM", "dd", "HH", "mm", "ss"];

    /// <summary>Adds the texts of all times.</summary>
    public static void Time(this TextAutomaton texts, string format)
    {
        var tracks = texts.Tracks;
        Add(texts, [.. Parse(format).Select(unit => (unit, tracks))]);
    }

    /// <summary>Adds both texts of one time that is written in two formats.</summary>
    public static void TimePair(this TextAutomaton texts, string first, string second)
    {
        var (left, right) = (Parse(first), Parse(second));
        var units = new List<(string Unit, Tracks Tracks)>();
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            if (i < left.Count && !IsUnit(left[i]))
            {
                units.Add((left[i++], Tracks.First));
            }
            else if (j < right.Count && !IsUnit(right[j]))
            {
                units.Add((right[j++], Tracks.Second));
            }
            else
            {
                // The units stand in one order, so that one format has the units that the other has, and maybe many more.
                var (isFirst, isSecond) = (i < left.Count, j < right.Count);
                units.Add((isFirst ? left[i] : right[j], (isFirst ? Tracks.First : Tracks.None) | (isSecond ? Tracks.Second : Tracks.None)));
                (i, j) = (isFirst ? i + 1 : i, isSecond ? j + 1 : j);
            }
        }

        Add(texts, units);
    }

    private static bool IsUnit(string unit) => unit == "f" || Units.Contains(unit);

    /// <summary>The units of a format, each digit behind the seconds by itself, and the characters between them.</summary>
    private static List<string> Parse(string format)
    {
        var units = new List<string>();
        for (var position = 0; position < format.Length; position += units[units.Count - 1].Length)
        {
            units.Add(Units.FirstOrDefault(unit => string.CompareOrdinal(format, position, unit, 0, unit.Length) == 0)
                ?? format.Substring(position, char.IsSurrogatePair(format, position) ? 2 : 1));
        }

        return units;
    }

    private static void Add(TextAutomaton texts, List<(string Unit, Tracks Tracks)> units)
    {
        var day = units.FindIndex(unit => unit.Unit == "dd");
        if (day >= 0)
        {
            var date = units.Take(day + 1).ToArray();
            texts.Either(
                () => Date(date, "01 03 05 07 08 10 12", "31"),
                () => Date(date, "04 06 09 11", "30"),
                () => Date(date, "02", "28"),
                () => Date(date, "02", null));
        }

        foreach (var (unit, tracks) in units.Skip(day + 1))
        {
            texts.Tracks = tracks;
            Unit(unit);
        }

        // A day of some months; null is the 29 February of leap years.
        void Date((string Unit, Tracks Tracks)[] date, string months, string? lastDay)
        {
            foreach (var (unit, tracks) in date)
            {
                texts.Tracks = tracks;
                switch (unit)
                {
                    case "yyyy" when lastDay is null:
                        LeapYear(texts);
                        break;
                    case "MM":
                        texts.Either(months.Split(' ').Select(month => (Action)(() => texts.Literal(month))));
                        break;
                    case "dd":
                        texts.Digits(lastDay is null ? "29" : "01", lastDay ?? "29");
                        break;
                    default:
                        Unit(unit);
                        break;
                }
            }
        }

        void Unit(string unit)
        {
            var (lowest, highest) = unit switch
            {
                "yyyy" => ("0001", "9999"),
                "MM" => ("01", "12"),
                "HH" => ("00", "23"),
                "mm" or "ss" => ("00", "59"),
                "f" => ("0", "9"),
                _ => (unit, unit),
            };
            if (IsUnit(unit))
            {
                texts.Digits(lowest, highest);
            }
            else
            {
                texts.Literal(unit);
            }
        }
    }

    /// <summary>The years that four divides, but of those of a whole century only the ones whose century it divides.</summary>
    private static void LeapYear(TextAutomaton texts)
    {
        var fours = Enumerable.Range(1, 24).Select(number => (number * 4).ToString("00", System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        texts.Either(
            () =>
            {
                texts.Digits("00", "99");
                Fours();
            },
            () =>
            {
                Fours();
                texts.Literal("00");
            });

        void Fours() => texts.Either(fours.Select(four => (Action)(() => texts.Literal(four))));
    }
}
