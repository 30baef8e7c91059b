using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Skeletons;

/// <summary>
/// A declaration that is refused. What other code names of its other half is written nevertheless: without it the compiler would stop at the missing
/// names, and the rule that explains what is wrong would never be shown.
/// </summary>
/// <param name="Type">The declared type.</param>
/// <param name="Kind">What it was declared as.</param>
/// <param name="Names">The names of an entity's members; null for what is no entity.</param>
/// <param name="Failure">What kept the generator itself from writing it; null where its declaration does.</param>
internal sealed record SkeletonModel(TypeIdentity Type, SkeletonKind Kind, SkeletonNames? Names = null, string? Failure = null)
{
    /// <summary>The two repositories of a migration, for use anywhere; none where one of them is no repository.</summary>
    public EquatableArray<string> Repositories { get; init; }
}

/// <summary>The names of the members of an entity that other code uses.</summary>
internal sealed record SkeletonNames(string Keys, string PrimaryKey, string Marshaller, EntityForms Forms)
{
    /// <summary>The struct of what differs between two states; null where no stream carries both.</summary>
    public SkeletonChanges? Changes { get; init; }

    /// <summary>The names where no other member has them.</summary>
    public static SkeletonNames Usual { get; } = new("Keys", "PrimaryKey", "Marshaller", new EntityForms("SizeOf", "ToItem", "FromItem"));
}

/// <summary>The struct beside an entity of what differs between two of its states.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">The entity's properties.</param>
internal sealed record SkeletonChanges(string Name, EquatableArray<string> Properties);

/// <summary>What a type was declared as.</summary>
internal enum SkeletonKind
{
    Table,
    Entity,
    Projection,
    Patch,
    Fields,
    Wrapper,
    Repository,
    StreamHandler,
    Migration,
}
