using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Entities;

/// <summary>A type marked with <c>[Entity]</c>: all that its generated half is written from.</summary>
/// <param name="Type">The entity's type.</param>
/// <param name="TableName">The table's declared name.</param>
/// <param name="Name">The entity's name, which its items carry.</param>
/// <param name="Version">The current version of its stored shape.</param>
/// <param name="Keys">Its keys; the first is the table's primary key.</param>
/// <param name="Shape">Its stored members.</param>
/// <param name="Lifecycle">The properties that writes keep by themselves.</param>
/// <param name="Uniqueness">The values of which each is one item's alone, or null where there are none.</param>
/// <param name="KeysClass">The name of the generated class of key builders.</param>
/// <param name="PrimaryKeyStruct">The name of the generated struct of the primary key's values.</param>
/// <param name="MarshallerStruct">The name of the generated marshaller.</param>
/// <param name="Forms">The names of the generated methods that yield its other forms.</param>
/// <param name="Codecs">The names of the generated types that write and read its values.</param>
/// <param name="Experiments">The diagnostics of the experimental types that generated code names, and those of null where its types say nothing of it.</param>
/// <param name="Hiding">The names of those generated members that hide one of a base type.</param>
internal sealed record EntityModel(
    TypeIdentity Type,
    string TableName,
    string Name,
    int Version,
    EquatableArray<KeyModel> Keys,
    ObjectValue Shape,
    LifecycleModel Lifecycle,
    UniquenessModel? Uniqueness,
    string KeysClass,
    string PrimaryKeyStruct,
    string MarshallerStruct,
    EntityForms Forms,
    EquatableArray<CodecName> Codecs,
    EquatableArray<string> Experiments,
    EquatableArray<string> Hiding)
{
    /// <summary>The keys in the indexes that hold its items without a key that is declared: by their own attributes, or by those of other keys.</summary>
    public EquatableArray<KeyModel> UndeclaredKeys { get; init; }

    /// <summary>The name of the struct beside it that tells which properties differ between two of its states; null where no stream carries both.</summary>
    public string? Changes { get; init; }

    /// <summary>That struct, for use anywhere.</summary>
    public string? ChangesType => Changes is null ? null : Type.FullName.Substring(0, Type.FullName.Length - Type.Name.Length) + Changes;

    /// <summary>Its table, for use anywhere, where regions have parts of its values; null where they have none.</summary>
    public string? RegionalTable { get; init; }

    /// <summary>Its table, for use anywhere, where its items can be of older versions; null where they cannot, or carry no version.</summary>
    public string? UpcastTable { get; init; }

    /// <summary>The older version in whose form it is written; null where that is the current one.</summary>
    public WrittenVersion? Written { get; init; }

    /// <summary>The version of the items that it writes.</summary>
    public int WrittenVersion => Written?.Version ?? Version;

    /// <summary>The entity as an update of an item sees it that has the form which is written.</summary>
    public EntityModel AsWritten => Written is null ? this : this with { Version = Written.Version, Shape = Written.Named(Shape) };

    /// <summary>The attributes that its versions store beside the primary key, and the keys of indexes.</summary>
    public IEnumerable<string> VersionedAttributes => Shape.StoredAttributes
        .Concat(Written?.Attributes ?? [])
        .Concat(Keys.Skip(1).SelectMany(key => key.Attributes).Select(attribute => attribute.Attribute))
        .Append(Marks.Version)
        .Except(Keys[0].Attributes.Select(attribute => attribute.Attribute))
        .Distinct();

    /// <summary>The attributes by which its items are known for its own.</summary>
    public MarksModel Marks { get; init; } = MarksModel.Default;

    /// <summary>What the keys of its items begin with, by which an item without a mark is known; null where each carries its marks.</summary>
    public KeyBeginning? Beginning => Marks.Presence == ItemMarks.Required ? null : KeyBeginning.Of(Keys[0]);

    /// <summary>How its items are known.</summary>
    public KnownEntity Known => new(Name, Beginning);

    /// <summary>Whether its writes leave a mark, by which each is known again.</summary>
    public bool MarksWrites { get; init; }

    /// <summary>The keys in every index that holds its items.</summary>
    public IEnumerable<KeyModel> IndexKeys => Keys.Where(key => key.Index is not null).Concat(UndeclaredKeys);

    /// <summary>What other generated code must know of it.</summary>
    public EntityReference Reference => new(Type.FullName, Name, MarshallerStruct, PrimaryKeyStruct, KeysClass, Codecs) { Beginning = Beginning };

    /// <summary>Whether another property, stored or part of a key, has a name that differs from a property's in case alone.</summary>
    public bool HasNameLike(string property) => Shape.Members.Select(member => member.Property)
        .Concat(Keys.SelectMany(key => key.Parts).Where(part => part.IsPlaceholder).Select(part => part.Text))
        .Any(other => other != property && string.Equals(other, property, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The names of the generated methods that yield an entity's other forms, none of which is another member's.</summary>
internal sealed record EntityForms(string SizeOf, string ToItem, string FromItem);
