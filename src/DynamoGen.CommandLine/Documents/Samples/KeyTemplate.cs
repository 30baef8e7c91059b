using System.Globalization;

namespace DynamoGen.CommandLine.Documents.Samples;

/// <summary>A key's template as a lock has it, such as <c>STATUS#{Status:enum}#{shard of 4}</c>.</summary>
internal sealed class KeyTemplate
{
    private const string Shard = "shard of ";

    private readonly List<Part> _parts = [];

    public KeyTemplate(string text)
    {
        var place = 0;
        while (place < text.Length)
        {
            place = text[place] == '{' && !IsDoubled(text, place) ? Placeholder(text, place) : Literal(text, place);
        }
    }

    /// <summary>The attributes that it is made of.</summary>
    public IEnumerable<string> Attributes => _parts.Where(part => part.Name is not null).Select(part => part.Name!);

    /// <summary>In how many shards it spreads its items; 1 where it spreads none.</summary>
    public int Shards { get; private set; } = 1;

    /// <summary>Whether it makes one key alone.</summary>
    public bool IsOfOneKey => _parts.TrueForAll(part => part.Text is not null);

    /// <summary>What all of its keys begin with; null where that is a value.</summary>
    public string? Beginning => _parts is [{ Text: { } text }, ..] ? text : null;

    /// <summary>Makes a key.</summary>
    /// <param name="value">Makes the value of an attribute in a form, such as <c>int D10</c>.</param>
    /// <param name="shard">The number of the shard.</param>
    public string Fill(Func<string, string, string> value, int shard) => string.Concat(_parts.Select(part => part switch
    {
        { Text: { } text } => text,
        { Name: { } name } => value(name, part.Form),
        _ => (shard % Shards).ToString($"D{(Shards - 1).ToString(CultureInfo.InvariantCulture).Length}", CultureInfo.InvariantCulture),
    }));

    private static bool IsDoubled(string text, int place) => place + 1 < text.Length && text[place + 1] == text[place];

    private int Literal(string text, int start)
    {
        var literal = string.Empty;
        var place = start;
        while (place < text.Length && (text[place] != '{' || IsDoubled(text, place)))
        {
            literal += text[place];
            place += text[place] is '{' or '}' && IsDoubled(text, place) ? 2 : 1;
        }

        _parts.Add(new Part(literal, null, string.Empty));
        return place;
    }

    private int Placeholder(string text, int start)
    {
        var end = text.IndexOf('}', start);
        var inside = end < 0 ? text[(start + 1)..] : text[(start + 1)..end];
        if (inside.StartsWith(Shard, StringComparison.Ordinal)
            && int.TryParse(inside.AsSpan(Shard.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var shards) && shards > 0)
        {
            Shards = shards;
            _parts.Add(new Part(null, null, string.Empty));
        }
        else
        {
            var colon = inside.IndexOf(':', StringComparison.Ordinal);
            _parts.Add(colon < 0 ? new Part(null, inside, string.Empty) : new Part(null, inside[..colon], inside[(colon + 1)..]));
        }

        return end < 0 ? text.Length : end + 1;
    }

    /// <param name="Text">What stands there as it is.</param>
    /// <param name="Name">Else the attribute whose value stands there; null for the number of the shard.</param>
    /// <param name="Form">In which form it stands there.</param>
    private readonly record struct Part(string? Text, string? Name, string Form);
}
