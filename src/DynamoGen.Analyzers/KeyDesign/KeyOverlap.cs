using DynamoGen.Declarations.Keys;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// Decides whether two templates can give one text, by walking both side by side over every way in which a placeholder can be written. What a
/// placeholder can hold is known from its type: a text inside of a template never holds '#', a number only a sign and so many digits.
/// </summary>
internal sealed class KeyOverlap
{
    private readonly IReadOnlyList<PartTexts> _left;
    private readonly IReadOnlyList<PartTexts> _right;
    private readonly HashSet<(Place Left, Place Right)> _seen = [];
    private readonly Stack<(Place Left, Place Right)> _open = [];

    private KeyOverlap(IReadOnlyList<PartTexts> left, IReadOnlyList<PartTexts> right) => (_left, _right) = (left, right);

    /// <summary>Whether two entities can have one primary key.</summary>
    public static bool Of(KeyModel left, KeyModel right) =>
        !(left.Sort is not null && right.Sort is not null && DifferAtOnce(left.Sort, right.Sort))
        && Of(left.Partition, right.Partition)
        && (left.Sort is null || right.Sort is null || Of(left.Sort, right.Sort));

    /// <summary>Whether two key attributes can hold one value.</summary>
    public static bool Of(KeyAttributeModel left, KeyAttributeModel right) => !DifferAtOnce(left, right) && Of(Texts(left), Texts(right));

    /// <summary>Whether two sequences of texts can be one text.</summary>
    public static bool Of(IEnumerable<PartTexts> left, IEnumerable<PartTexts> right) => new KeyOverlap([.. left], [.. right]).Meet();

    /// <summary>The texts of each part of a key attribute.</summary>
    public static IEnumerable<PartTexts> Texts(KeyAttributeModel attribute) => attribute.Parts.Select(part => PartTexts.Of(part, attribute.Type));

    /// <summary>Whether both begin with a text of their own. Most keys do, and a table of 1,000 entities has half a million pairs of them.</summary>
    private static bool DifferAtOnce(KeyAttributeModel left, KeyAttributeModel right) =>
        left.Parts.Count > 0
        && right.Parts.Count > 0
        && left.Parts[0] is { Kind: KeyPartKind.Literal, Text: var first }
        && right.Parts[0] is { Kind: KeyPartKind.Literal, Text: var second }
        && !first.StartsWith(second, StringComparison.Ordinal)
        && !second.StartsWith(first, StringComparison.Ordinal);

    private bool Meet()
    {
        Open(default, default);
        while (_open.Count > 0)
        {
            var (left, right) = _open.Pop();
            if (left.Part == _left.Count && right.Part == _right.Count)
            {
                return true;
            }

            foreach (var next in WithoutCharacter(_left, left))
            {
                Open(next, right);
            }

            foreach (var next in WithoutCharacter(_right, right))
            {
                Open(left, next);
            }

            if (Current(_left, left) is { } first && Current(_right, right) is { } second && first.Meets(second))
            {
                Open(Consumed(_left, left), Consumed(_right, right));
            }
        }

        return false;
    }

    private void Open(Place left, Place right)
    {
        if (_seen.Add((left, right)))
        {
            _open.Push((left, right));
        }
    }

    /// <summary>Where a place leads to by itself: a part to each of its forms, and what was read whole, or is free, to the next part.</summary>
    private static IEnumerable<Place> WithoutCharacter(IReadOnlyList<PartTexts> texts, Place place)
    {
        if (place.Part == texts.Count)
        {
            return [];
        }

        var part = texts[place.Part];
        return part.Free is not null || (place.Form > 0 && place.Offset == part.Forms[place.Form - 1].Count) ? [new Place(place.Part + 1, 0, 0)]
            : place.Form == 0 ? part.Forms.Select((_, i) => place with { Form = i + 1 })
            : [];
    }

    private static CharacterSet? Current(IReadOnlyList<PartTexts> texts, Place place)
    {
        if (place.Part == texts.Count || texts[place.Part] is not { Free: null } part)
        {
            return place.Part == texts.Count ? null : texts[place.Part].Free;
        }

        return place.Form > 0 && place.Offset < part.Forms[place.Form - 1].Count ? part.Forms[place.Form - 1][place.Offset] : null;
    }

    private static Place Consumed(IReadOnlyList<PartTexts> texts, Place place) =>
        texts[place.Part].Free is null ? place with { Offset = place.Offset + 1 } : place;

    /// <summary>How far a template was read: the part, its form counted from 1, and the offset in that; form 0 is the part's beginning.</summary>
    private readonly record struct Place(int Part, int Form, int Offset);
}
