using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>An older version in whose form an entity is written, so that builds which know no newer one can read it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Members">How the entity's stored properties come into items of it.</param>
/// <param name="Downcasters">What yields its attributes that no property has; none where <paramref name="Item"/> yields all.</param>
/// <param name="Item">What yields its items as a whole, or null.</param>
/// <param name="Marshaller">The name of the entity's marshaller, from which other code calls its downcasters.</param>
internal sealed record WrittenVersion(
    int Version,
    EquatableArray<WrittenMember> Members,
    EquatableArray<DowncasterModel> Downcasters,
    ItemDowncaster? Item,
    string Marshaller)
{
    /// <summary>How a property comes into items; null for what is not stored.</summary>
    public WrittenMember? Of(string property) => Members.FirstOrDefault(member => member.Property == property);

    /// <summary>The downcasters that make an attribute of a property, alone or with others.</summary>
    public IEnumerable<DowncasterModel> From(string property) => Downcasters.Where(downcaster => downcaster.Properties.Contains(property));

    /// <summary>The attributes that only items of this version have.</summary>
    public IEnumerable<string> Attributes => Downcasters.Select(downcaster => downcaster.Attribute)
        .Concat(Item is null ? [] : Item.Stored.Members.SelectMany(member => member.Attributes));

    /// <summary>The version as other assemblies can write it, which do not call a downcaster of types that they cannot name.</summary>
    public WrittenVersion Elsewhere => this with
    {
        Members = new EquatableArray<WrittenMember>(Members.Select(member => From(member.Property).All(downcaster => downcaster.Reach == TypeReach.Anywhere)
            ? member
            : member with { Update = WrittenUpdate.Refused })),
    };

    /// <summary>The members that have the stored form which they have now, by the names that the version has for them.</summary>
    public IEnumerable<MemberModel> Kept(ObjectValue shape) => shape.Members.Where(member => !member.IsStored || Of(member.Property)?.Attribute is not null)
        .Select(member => Of(member.Property)?.Attribute is { } attribute ? member with { Attribute = attribute } : member);

    /// <summary>All members, those with the form which they have now by the names that the version has for them.</summary>
    public ObjectValue Named(ObjectValue shape) => shape with
    {
        Members = new EquatableArray<MemberModel>(shape.Members
            .Select(member => Of(member.Property)?.Attribute is { } attribute ? member with { Attribute = attribute } : member)),
    };
}

/// <summary>How a stored property comes into items of an older version.</summary>
/// <param name="Property">The property.</param>
/// <param name="Attribute">The attribute that holds it in the form that it has now; null where none does.</param>
/// <param name="Update">What an update can do with it.</param>
internal sealed record WrittenMember(string Property, string? Attribute, WrittenUpdate Update);

/// <summary>What an update can do with a property of which items hold an older form.</summary>
internal enum WrittenUpdate
{
    /// <summary>Whatever it could without that.</summary>
    Free,

    /// <summary>Set the whole of it, from which downcasters yield all that is made of it.</summary>
    Whole,

    /// <summary>Nothing: what is made of it needs more than its value.</summary>
    Refused,
}

/// <summary>A downcaster of one attribute.</summary>
/// <param name="Attribute">The attribute that it yields.</param>
/// <param name="Method">The static method's name.</param>
/// <param name="Properties">The properties that it takes, one for each parameter.</param>
/// <param name="Value">How what it yields is stored.</param>
/// <param name="Reach">Where what it takes and yields can be named.</param>
internal sealed record DowncasterModel(string Attribute, string Method, EquatableArray<string> Properties, ValueModel Value, TypeReach Reach);

/// <summary>A downcaster of whole items.</summary>
/// <param name="Method">The static method's name.</param>
/// <param name="Stored">What items hold.</param>
internal sealed record ItemDowncaster(string Method, ObjectValue Stored);
