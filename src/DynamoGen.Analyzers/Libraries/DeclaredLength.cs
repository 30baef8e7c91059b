using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>The longest length of a property that its attributes of DataAnnotations declare.</summary>
internal static class DeclaredLength
{
    private static readonly string[] Attributes = ["MaxLengthAttribute", "StringLengthAttribute", "LengthAttribute", "MaxCountAttribute"];

    /// <summary>The characters of a text or the elements of a collection; null where nothing bounds them.</summary>
    public static int? Of(IPropertySymbol property) =>
        property.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { } type && Attributes.Contains(type.Name))
            .Select(attribute => attribute.ConstructorArguments.LastOrDefault())
            .Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as int? : null)
            .FirstOrDefault(length => length > 0);
}
