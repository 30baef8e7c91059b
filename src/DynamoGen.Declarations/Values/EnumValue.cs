using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>An enum, stored as S by its member's name or as N.</summary>
/// <param name="TypeName">The C# type.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Underlying">The type of its numbers.</param>
/// <param name="IsFlags">Whether its members combine, so that every number is one of its values.</param>
/// <param name="IsNumber">Whether it is stored as N.</param>
/// <param name="Members">Its members.</param>
internal sealed record EnumValue(
    string TypeName,
    string Name,
    ScalarKind Underlying,
    bool IsFlags,
    bool IsNumber,
    EquatableArray<EnumMember> Members) : ValueModel(TypeName)
{
    public override string Signature => IsNumber ? TypeName + " as number" : TypeName;
}

/// <summary>One member of an enum; aliases of an earlier member's value are read but not written.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="StoredName">Its name in items and keys.</param>
/// <param name="IsAlias">Whether an earlier member has its value.</param>
/// <param name="UnspeakableNumber">Its number, where it is an error to name the member.</param>
/// <param name="IsZero">Whether it is the enum's default.</param>
internal sealed record EnumMember(string Name, string StoredName, bool IsAlias, decimal? UnspeakableNumber, bool IsZero)
{
    /// <summary>Its number.</summary>
    public decimal Number { get; init; }
}
