namespace DynamoGen.Declarations.Symbols;

/// <summary>Where a type is declared: enough to open its partial declaration again and to name it from anywhere.</summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="Containers">The declarations of the containing types, outermost first, such as <c>partial record Shop</c>.</param>
/// <param name="Declaration">The type's own declaration, such as <c>partial record Order</c>.</param>
/// <param name="Name">The type's name, without <c>@</c>.</param>
/// <param name="FullName">The type's name for use anywhere, such as <c>global::Shop.Order</c>.</param>
/// <param name="HintName">A file name that no other type of the compilation has.</param>
/// <param name="Accessibility">The accessibility keyword that generated top-level companions take.</param>
internal sealed record TypeIdentity(
    string? Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string Name,
    string FullName,
    string HintName,
    string Accessibility);
