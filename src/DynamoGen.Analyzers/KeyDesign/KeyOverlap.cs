using DynamoGen.Generator.Model;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// Decides whether two templates can give one text, by walking both side by side over every way in which a placeholder can end. What a placeholder can hold is known from its type: a
/// text inside of a template never holds '#', a number only digits and a sign.
/// </summary>
internal sealed class KeyOverlap
{
    private readonly IReadOnlyList<KeyPart> _left;
    private readonly IReadOnlyList<KeyPart> _right;
    private readonly HashSet<(Place Left, Place Right)> _seen = [];

    private KeyOverlap(IReadOnlyList<KeyPart> left, IReadOnlyList<KeyPart> right) => (_left, _right) = (left, right);

    /// <summary>Whether two entities can have one primary key.</summary>
    public static bool Of(KeyModel left, KeyModel right) =>
        Of(left.Partition.Parts, right.Partition.Parts) && (left.Sort is null || right.Sort is null || Of(left.Sort.Parts, right.Sort.Parts));

    /// <summary>Whether two key attributes can hold one text.</summary>
    public static bool Of(KeyAttributeModel left, KeyAttributeModel right) => Of(left.Parts, right.Parts);

    /// <summary>Whether two templates can give one text.</summary>
    public static bool Of(IReadOnlyList<KeyPart> left, IReadOnlyList<KeyPart> right) =>
        !DifferAtOnce(left, right) && new KeyOverlap(left, right).From(new Place(0, 0, false), new Place(0, 0, false));

    /// <summary>Whether both begin with a text of their own. Most keys do, and a table of 1,000 entities has half a million pairs of them.</summary>
    private static bool DifferAtOnce(IReadOnlyList<KeyPart> left, IReadOnlyList<KeyPart> right) =>
        left.Count > 0
        && right.Count > 0
        && left[0] is { Kind: KeyPartKind.Literal, Text: var first }
        && right[0] is { Kind: KeyPartKind.Literal, Text: var second }
        && !first.StartsWith(second, StringComparison.Ordinal)
        && !second.StartsWith(first, StringComparison.Ordinal);

    private bool From(Place left, Place right)
    {
        if (!_seen.Add((left, right)))
        {
            return false;
        }

        if (left.Part == _left.Count && right.Part == _right.Count)
        {
            return true;
        }

        return (CanEnd(_left, left) && From(left.Next, right))
            || (CanEnd(_right, right) && From(left, right.Next))
            || (Current(_left, left) is { } first && Current(_right, right) is { } second && Meet(first, second) && From(Consumed(_left, left), Consumed(_right, right)));
    }

    /// <summary>Whether the part can be left: a literal when all of it was read, a placeholder once it holds something, a text at once.</summary>
    private static bool CanEnd(IReadOnlyList<KeyPart> parts, Place place)
    {
        if (place.Part == parts.Count)
        {
            return false;
        }

        var part = parts[place.Part];
        return part.Kind == KeyPartKind.Literal ? place.Offset == part.Text.Length : place.IsBegun || part.Kind == KeyPartKind.Text;
    }

    private static CharacterSet? Current(IReadOnlyList<KeyPart> parts, Place place)
    {
        if (place.Part == parts.Count)
        {
            return null;
        }

        var part = parts[place.Part];
        return part.Kind != KeyPartKind.Literal ? CharacterSet.Of(part) : place.Offset < part.Text.Length ? CharacterSet.Of(part.Text[place.Offset]) : null;
    }

    private static Place Consumed(IReadOnlyList<KeyPart> parts, Place place) =>
        parts[place.Part].Kind == KeyPartKind.Literal ? place with { Offset = place.Offset + 1 } : place with { IsBegun = true };

    private static bool Meet(CharacterSet left, CharacterSet right) => left.Meets(right);

    /// <summary>How far a template was read: the part, the offset in a literal, and whether a placeholder holds something.</summary>
    private readonly record struct Place(int Part, int Offset, bool IsBegun)
    {
        public Place Next => new(Part + 1, 0, false);
    }
}
