using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Declarations.Patterns;

/// <summary>What a read makes of each item.</summary>
/// <param name="Attributes">The attributes to ask for, or none for all that there are.</param>
internal abstract record ItemForm(EquatableArray<string> Attributes)
{
    /// <summary>The entity, as the table or the index holds it.</summary>
    public static ItemForm Entity { get; } = new EntityForm();
}

/// <summary>The entity, as the table or the index holds it.</summary>
internal sealed record EntityForm() : ItemForm(default(EquatableArray<string>));

/// <summary>The values of the primary key.</summary>
internal sealed record PrimaryKeyForm(EquatableArray<string> Attributes) : ItemForm(Attributes);

/// <summary>A part of the entity.</summary>
/// <param name="TypeName">The projection, for use anywhere.</param>
/// <param name="Reader">The name of the type inside of it that reads it.</param>
/// <param name="Attributes">The attributes to ask for.</param>
internal sealed record ProjectionForm(string TypeName, string Reader, EquatableArray<string> Attributes) : ItemForm(Attributes);

/// <summary>Any of several entities.</summary>
/// <param name="TypeName">The interface or abstract class that all of them implement, for use anywhere.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Entities">The entities.</param>
internal sealed record UnionForm(string TypeName, string Name, EquatableArray<UnionEntity> Entities) : ItemForm(default(EquatableArray<string>))
{
    /// <summary>The attributes by which the items of the entities are known.</summary>
    public MarksModel Marks { get; init; } = MarksModel.Default;
}

/// <summary>One of several entities of which an item may be.</summary>
/// <param name="Known">How its items are known.</param>
/// <param name="TypeName">The entity, for use anywhere.</param>
/// <param name="Marshaller">The name of the marshaller inside of it.</param>
internal sealed record UnionEntity(KnownEntity Known, string TypeName, string Marshaller);

/// <summary>The entity, of which a local index lacks a part that DynamoDB itself reads from the table.</summary>
internal sealed record FetchedForm() : ItemForm(default(EquatableArray<string>));

/// <summary>The entity, of which a global index holds the primary key; the items are then read from the table by BatchGetItem.</summary>
internal sealed record HydratedForm(EquatableArray<string> Attributes) : ItemForm(Attributes);
