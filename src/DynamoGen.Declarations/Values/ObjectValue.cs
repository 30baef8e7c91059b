using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>A nested record, class or struct, stored as M. A type that contains itself refers to the outer description by name alone.</summary>
/// <param name="TypeName">The C# type.</param>
/// <param name="Name">Its short name.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsRecursion">Whether this only refers to a description further out.</param>
/// <param name="Members">Its stored members.</param>
/// <param name="ConstructorArguments">What the constructor takes, in order, except what it has a default for.</param>
/// <param name="Discriminator">The attribute that names the type, and its name there, where the type is stored as one of several.</param>
internal sealed record ObjectValue(
    string TypeName,
    string Name,
    bool IsValueType,
    bool IsRecursion,
    EquatableArray<MemberModel> Members,
    EquatableArray<ConstructorArgument> ConstructorArguments,
    DiscriminatorModel? Discriminator = null) : ValueModel(TypeName)
{
    /// <summary>Whether no type can derive from it, so that each of its values is of just this type.</summary>
    public bool IsSealed { get; init; }

    public override string Signature => Discriminator is null ? TypeName : $"{TypeName} as {Discriminator.Attribute}={Discriminator.Name}";

    /// <summary>The older versions of an entity whose items are read as a whole, oldest first.</summary>
    public EquatableArray<OlderShape> OlderShapes { get; init; }

    /// <summary>The attributes that the members are read from, those that their upcasters take too.</summary>
    public IEnumerable<string> ReadAttributes =>
        Members.Where(member => member.IsStored)
            .SelectMany(member => member.Upcasters.SelectMany(upcaster => upcaster.Attributes).Concat(member.Attributes)).Distinct();

    /// <summary>The attributes that hold what items of any version have.</summary>
    public IEnumerable<string> StoredAttributes => ReadAttributes.Concat(OlderShapes.SelectMany(older => older.Stored.ReadAttributes)).Distinct();

    /// <summary>The members of which regions have parts.</summary>
    public IEnumerable<MemberModel> Regional => Members.Where(member => member.Value is RegionalValue);

    /// <summary>A counter of regions among the members, or null.</summary>
    public MemberModel? Counter => Regional.FirstOrDefault(member => member.Value is RegionalValue { Kind: RegionalKind.Counter });

    /// <summary>The member that holds all attributes that no other one stores, or null.</summary>
    public MemberModel? CatchAll => Members.FirstOrDefault(member => member.IsCatchAll);
}

/// <summary>What the constructor takes of one property.</summary>
/// <param name="Property">The property.</param>
/// <param name="Parameter">The parameter's name where one before it is left out, or null.</param>
internal sealed record ConstructorArgument(string Property, string? Parameter);

/// <summary>What tells one derived type from the others.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Name">What it holds for the type.</param>
internal sealed record DiscriminatorModel(string Attribute, string Name);

/// <summary>A base type or interface, stored as one of the types that derive from it; the most derived come first.</summary>
internal sealed record UnionValue(string TypeName, string Name, bool IsRecursion, string Discriminator, EquatableArray<ObjectValue> Cases)
    : ValueModel(TypeName)
{
    public override string Signature => TypeName + " as one of its derived types";
}
