namespace DynamoGen.Declarations.Symbols;

/// <summary>Where a type is declared: enough to open its partial declaration again and to name it from anywhere.</summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="Containers">The containing types, outermost first.</param>
/// <param name="Declaration">The type itself.</param>
/// <param name="FullName">The type's name for use anywhere, such as <c>global::Shop.Order</c>.</param>
/// <param name="HintName">A file name that no other type of the compilation has.</param>
internal sealed record TypeIdentity(
    string? Namespace,
    EquatableArray<TypeDeclaration> Containers,
    TypeDeclaration Declaration,
    string FullName,
    string HintName)
{
    /// <summary>The type's own name.</summary>
    public string Name => Declaration.Name;
}

/// <summary>A type as it is declared.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
internal sealed record TypeDeclaration(TypeDeclarationKind Kind, string Name);

/// <summary>What a declared type is.</summary>
internal enum TypeDeclarationKind
{
    Class,
    Struct,
    Record,
    RecordStruct,
    Interface,
}
