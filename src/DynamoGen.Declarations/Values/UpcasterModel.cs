using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>An upcaster of one property.</summary>
/// <param name="From">The version whose value it takes.</param>
/// <param name="Method">The static method's name.</param>
/// <param name="Parameters">What of that version's items it takes: one attribute for each parameter.</param>
/// <param name="KeepsForm">Whether what it yields is stored as what it takes, so that it only renames the attribute or the type.</param>
/// <param name="DeclaringType">The type that declares the method, for use anywhere; null for the one that generated code stands in.</param>
internal sealed record UpcasterModel(int From, string Method, EquatableArray<MemberModel> Parameters, bool KeepsForm, string? DeclaringType = null)
{
    /// <summary>Whether several attributes become one value, so that none of them alone is an older form of it.</summary>
    public bool IsMerge => Parameters.Count > 1;

    /// <summary>How the version stored the value of one that takes a single attribute.</summary>
    public ValueModel Stored => Parameters[0].Value;

    /// <summary>The attribute in which that version stored it.</summary>
    public string Attribute => Parameters[0].Attribute;

    /// <summary>All attributes that it takes.</summary>
    public IEnumerable<string> Attributes => Parameters.Select(parameter => parameter.Attribute);
}
