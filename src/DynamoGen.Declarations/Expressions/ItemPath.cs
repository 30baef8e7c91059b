using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>A path into an item: an attribute, and perhaps members and elements inside of it.</summary>
internal sealed record ItemPath(EquatableArray<PathStep> Steps)
{
    /// <summary>The attribute of the item itself.</summary>
    public string Attribute => Steps[0].Name!;

    /// <summary>Whether the attribute itself is meant and nothing inside of it.</summary>
    public bool IsWhole => Steps.Count == 1;

    public static ItemPath Of(string attribute) => new(new EquatableArray<PathStep>([new PathStep(attribute)]));

    /// <summary>The part of a value that the region of the call has.</summary>
    public static ItemPath OfPart(string name, RegionalValue value) => new(new EquatableArray<PathStep>([new PathStep(name)
    {
        Given = new GivenKey(new ScalarValue(ScalarKind.String), new PartRegionSource(value.Writers)) { Prefix = RegionalValue.Prefix(name) },
    }]));

    public ItemPath Then(PathStep step) => new(new EquatableArray<PathStep>(Steps.Append(step)));

    /// <summary>The same place in an attribute of another name.</summary>
    public ItemPath Under(string attribute) => new(new EquatableArray<PathStep>([new PathStep(attribute), .. Steps.Skip(1)]));

    /// <summary>Whether one of two paths may go on from the other, or be the same, in one call or another.</summary>
    public bool MayOverlap(ItemPath other) => Steps.Zip(other.Steps, (own, theirs) => own.MayBe(theirs)).All(same => same);

    /// <summary>Whether another path is this one, or goes on from it.</summary>
    public bool Covers(ItemPath other) => other.Steps.Count >= Steps.Count && Steps.SequenceEqual(other.Steps.Take(Steps.Count));
}

/// <summary>One step of a path: a member by its name, or an element of a list by its position.</summary>
internal sealed record PathStep(string? Name, int Position = 0)
{
    /// <summary>
    /// The key of a dictionary that a call gives, in the place of a name, or the region behind the name of a value; null where the name or the position is
    /// known.
    /// </summary>
    public GivenKey? Given { get; init; }

    /// <summary>The parameter that gives the position in a list, in the place of a number; null where the name or the position is known.</summary>
    public ParameterSource? GivenPosition { get; init; }

    /// <summary>Whether two steps lead to the same place in one call or another.</summary>
    public bool MayBe(PathStep other) => this == other
        || (IsKey && other.IsKey && (Given ?? other.Given) is not null && Prefix == other.Prefix)
        || (!IsKey && !other.IsKey && (GivenPosition ?? other.GivenPosition) is not null);

    private string Prefix => Given?.Prefix ?? string.Empty;

    private bool IsKey => Given is not null || Name is not null;
}

/// <summary>A dictionary's key, or the region of a part's attribute, that is known once a call is made.</summary>
/// <param name="Type">How the dictionary's keys are stored.</param>
/// <param name="Source">Where the key comes from.</param>
internal sealed record GivenKey(ValueModel Type, ValueSource Source)
{
    /// <summary>What the name has before the key.</summary>
    public string Prefix { get; init; } = string.Empty;
}
