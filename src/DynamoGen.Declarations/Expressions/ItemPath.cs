using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>A path into an item: an attribute, and perhaps members and elements inside of it.</summary>
internal sealed record ItemPath(EquatableArray<PathStep> Steps)
{
    /// <summary>The attribute of the item itself.</summary>
    public string Attribute => Steps[0].Name!;

    /// <summary>Whether the attribute itself is meant and nothing inside of it.</summary>
    public bool IsWhole => Steps.Count == 1;

    public static ItemPath Of(string attribute) => new(new EquatableArray<PathStep>([new PathStep(attribute)]));

    public ItemPath Then(PathStep step) => new(new EquatableArray<PathStep>(Steps.Append(step)));

    /// <summary>The same place in an attribute of another name.</summary>
    public ItemPath Under(string attribute) => new(new EquatableArray<PathStep>([new PathStep(attribute), .. Steps.Skip(1)]));

    /// <summary>Whether another path is this one, or goes on from it.</summary>
    public bool Covers(ItemPath other) => other.Steps.Count >= Steps.Count && Steps.SequenceEqual(other.Steps.Take(Steps.Count));
}

/// <summary>One step of a path: a member by its name, or an element of a list by its position.</summary>
internal sealed record PathStep(string? Name, int Position = 0);
