using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>Knows types that are a single value, and those whose text is another one for each value.</summary>
internal static class SingleValue
{
    /// <summary>Whether a type wraps one value, as <c>record struct OrderId(Guid Value)</c> does.</summary>
    public static bool IsWrapper(INamedTypeSymbol? type) =>
        type is { IsRecord: true, DeclaringSyntaxReferences.Length: > 0 }
        && type.GetMembers().OfType<IFieldSymbol>().Count(field => !field.IsStatic) == 1
        && type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
        && type.InstanceConstructors.SingleOrDefault(constructor => constructor is { Parameters.Length: 1, IsImplicitlyDeclared: false }) is { } only
        && IsPrimary(only);

    /// <summary>Whether a constructor is the one of a record's own parameters, which keeps them as they are.</summary>
    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>Whether the text of a type without a format tells its values apart, in every culture.</summary>
    public static bool HasText(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } or
    {
        SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64
            or SpecialType.System_UInt64,
    } or { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
