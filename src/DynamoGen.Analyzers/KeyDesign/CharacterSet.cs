namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The characters that one place of a key can hold, as ranges.</summary>
internal sealed class CharacterSet(params (char First, char Last)[] ranges)
{
    public static CharacterSet All { get; } = new((char.MinValue, char.MaxValue));

    /// <summary>What a text holds that more of the template follows: all but what is escaped, and the '$' that an escape begins with.</summary>
    public static CharacterSet Unescaped { get; } = new(('$', char.MaxValue));

    public static CharacterSet Digits { get; } = new(('0', '9'));

    public static CharacterSet HexDigits { get; } = new(('0', '9'), ('a', 'f'));

    private IReadOnlyList<(char First, char Last)> Ranges { get; } = ranges;

    public static CharacterSet Of(char character) => new((character, character));

    /// <summary>All characters from the lowest to the highest of some sets.</summary>
    public static CharacterSet Between(IEnumerable<CharacterSet> sets)
    {
        var ranges = sets.SelectMany(set => set.Ranges).ToArray();
        return ranges.Length == 0 ? All : new((ranges.Min(range => range.First), ranges.Max(range => range.Last)));
    }

    public bool Meets(CharacterSet other) =>
        Ranges.Any(range => other.Ranges.Any(theirs => range.First <= theirs.Last && theirs.First <= range.Last));
}
