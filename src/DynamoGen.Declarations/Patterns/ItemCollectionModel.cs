using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Patterns;

/// <summary>A type marked with <c>[ItemCollection]</c>.</summary>
/// <param name="TypeName">The type, for use anywhere.</param>
/// <param name="Name">The type's own name.</param>
/// <param name="Members">Its members.</param>
internal sealed record ItemCollectionModel(string TypeName, string Name, EquatableArray<ItemCollectionMember> Members)
{
    /// <summary>The members that the constructor takes, in its order.</summary>
    public EquatableArray<ConstructorArgument> Arguments { get; init; }

    /// <summary>The attributes by which the items of its entities are known.</summary>
    public MarksModel Marks { get; init; } = MarksModel.Default;

    /// <summary>The time by which items of one of its entities expire, in the table's one attribute for that; null where none do.</summary>
    public MemberModel? TimeToLive { get; init; }
}

/// <summary>One member of an item collection: an entity or a list of one.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Known">How the items of its entity are known.</param>
/// <param name="EntityType">The entity, for use anywhere.</param>
/// <param name="Marshaller">The name of the marshaller inside of it.</param>
/// <param name="IsList">Whether it takes every item of the entity.</param>
/// <param name="IsRequired">Whether its item must be there.</param>
internal sealed record ItemCollectionMember(string Property, KnownEntity Known, string EntityType, string Marshaller, bool IsList, bool IsRequired);
