namespace DynamoGen.Cli.Adoption.Keys;

/// <summary>
/// Finds a template that gives the keys of all items: at each place a property whose text stands there in every item, or else a text that all have. What
/// looks like data and is no property's is no text of a template.
/// </summary>
/// <param name="keys">The keys of the items.</param>
/// <param name="sources">What could stand in them.</param>
internal sealed class TemplateSearch(IReadOnlyList<string> keys, IReadOnlyList<KeySource> sources)
{
    /// <summary>A search that takes longer has no answer that anybody would have meant.</summary>
    private const int MostSteps = 20_000;

    /// <summary>So many keys with one text have it on purpose.</summary>
    private const int ManyKeys = 3;

    private readonly bool _hasManyKeys = keys.Count >= ManyKeys;
    private int _steps;

    /// <summary>The parts of the template, or null.</summary>
    public IReadOnlyList<KeyDraftPart>? Find() => Find(new int[keys.Count], []);

    /// <summary>What the keys have in common at their beginning, for somebody to read.</summary>
    public string Beginning
    {
        get
        {
            var at = new int[keys.Count];
            while (Literal(at) is { Length: > 0 } text)
            {
                at = Behind(at, text.Length);
            }

            return keys[0][..at[0]];
        }
    }

    private IReadOnlyList<KeyDraftPart>? Find(int[] at, IReadOnlyList<KeyDraftPart> parts)
    {
        if (at.Select((place, i) => place == keys[i].Length).Distinct().ToList() is [true])
        {
            return parts.Count > 0 && IsUnambiguous(parts) ? parts : null;
        }

        if (++_steps > MostSteps || at.Where((place, i) => place == keys[i].Length).Any())
        {
            return null;
        }

        foreach (var source in sources.Where(source => Fits(source, at, parts)))
        {
            int[] behind = [.. at.Select((place, i) => place + source.Texts[i].Length)];
            if (Find(behind, [.. parts, new KeyDraftPart(null, source)]) is { } found)
            {
                return found;
            }
        }

        return Literal(at) is { Length: > 0 } text ? Find(Behind(at, text.Length), WithLiteral(parts, text)) : null;
    }

    private bool Fits(KeySource source, int[] at, IReadOnlyList<KeyDraftPart> parts)
    {
        // A part of no known length is followed by a text, and no property stands in a template twice.
        if (parts.Any(part => part.Source?.Property == source.Property) || (parts.Count > 0 && parts[^1].Source is { Ends: not KeySourceEnd.Fixed }))
        {
            return false;
        }

        for (var i = 0; i < keys.Count; i++)
        {
            var (key, text, end) = (keys[i], source.Texts[i], at[i] + source.Texts[i].Length);
            if (string.CompareOrdinal(key, at[i], text, 0, text.Length) != 0
                || (end < key.Length && char.IsLetterOrDigit(key[end]))
                || (at[i] > 0 && IsWithinWord(key, at[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a place is in the middle of a word; a number may stand behind letters, as in <c>v7</c>.</summary>
    private static bool IsWithinWord(string key, int place) =>
        char.IsLetterOrDigit(key[place - 1]) && !(char.IsLetter(key[place - 1]) && char.IsDigit(key[place]));

    /// <summary>The next word that all keys have, with what separates it from the next one.</summary>
    private string? Literal(int[] at)
    {
        var common = Common(at);
        var (first, start) = (keys[0], at[0]);
        var word = start;
        while (word < start + common && char.IsLetterOrDigit(first[word]))
        {
            word++;
        }

        var end = word;
        while (end < start + common && !char.IsLetterOrDigit(first[end]))
        {
            end++;
        }

        var text = first[start..end];
        if (end == word && keys.Where((key, i) => at[i] + text.Length < key.Length && char.IsLetterOrDigit(key[at[i] + text.Length])).Any())
        {
            // The word goes on, and differs: a number behind letters is another part.
            text = text.TrimEnd("0123456789".ToCharArray());
            return text.Length > 0 && text.All(char.IsLetter) && keys.Where((key, i) => !char.IsDigit(key[at[i] + text.Length])).Any() is false ? text : null;
        }

        return word == start || IsName(text, word - start, isWhole: start == 0, isLast: end == first.Length) ? text : null;
    }

    /// <summary>Whether a text is written by the program, and is no data that the sampled items have in common.</summary>
    private bool IsName(string text, int length, bool isWhole, bool isLast)
    {
        var word = text[..length];
        var hasLetters = word.Any(char.IsLetter);
        return _hasManyKeys ? hasLetters || length <= 2
            : hasLetters && word.Count(char.IsDigit) <= 1 && (!isLast || isWhole || !word.Any(char.IsLower));
    }

    private int Common(int[] at)
    {
        var (first, length) = (keys[0], keys[0].Length - at[0]);
        for (var i = 1; i < keys.Count; i++)
        {
            length = Math.Min(length, keys[i].Length - at[i]);
            for (var j = 0; j < length; j++)
            {
                if (first[at[0] + j] != keys[i][at[i] + j])
                {
                    length = j;
                }
            }
        }

        return length;
    }

    private static int[] Behind(int[] at, int length) => [.. at.Select(place => place + length)];

    private static IReadOnlyList<KeyDraftPart> WithLiteral(IReadOnlyList<KeyDraftPart> parts, string text) =>
        parts.Count > 0 && parts[^1].Literal is { } literal
        ? [.. parts.SkipLast(1), new KeyDraftPart(literal + text, null)]
        : [.. parts, new KeyDraftPart(text, null)];

    /// <summary>Whether a text that ends by what stands behind it does not hold that itself, and a number is followed by no digit.</summary>
    private static bool IsUnambiguous(IReadOnlyList<KeyDraftPart> parts) => parts.Zip(parts.Skip(1)).All(pair => pair switch
    {
        ({ Source: { Ends: KeySourceEnd.Text } source }, { Literal: { } end }) =>
            source.Texts.All(text => !text.Contains(end, StringComparison.Ordinal)),
        ({ Source.Ends: KeySourceEnd.Digits }, { Literal: { } end }) => !char.IsDigit(end[0]) && end[0] != '.',
        _ => true,
    });
}
