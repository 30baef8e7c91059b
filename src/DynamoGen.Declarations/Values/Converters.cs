using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Values;

/// <summary>Finds the types that are stored by way of another one: by a declared converter, or as a wrapper's value.</summary>
internal static class Converters
{
    private const string Interface = "DynamoGen.Serialization.IAttributeConverter`2";

    /// <summary>The converter that an attribute names.</summary>
    public static INamedTypeSymbol? TypeOf(AttributeData? attribute) => attribute?.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    /// <summary>The type in whose form a converter stores another one, or null if it is not for that type.</summary>
    public static ITypeSymbol? StoredType(INamedTypeSymbol converter, ITypeSymbol type) => Contracts(converter, type).FirstOrDefault()?.TypeArguments[1];

    /// <summary>Whether a converter would take null as well, which generated code never gives it.</summary>
    public static bool TakesNull(INamedTypeSymbol converter, ITypeSymbol type) =>
        type.IsReferenceType && Contracts(converter, type).Any(contract => contract.TypeArguments[0].NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>Why generated code cannot call a converter that is for a type, as the end of a sentence; null where it can.</summary>
    public static string? Obstacle(INamedTypeSymbol converter, ITypeSymbol type, INamedTypeSymbol entity)
    {
        var stored = Contracts(converter, type).Select(contract => contract.TypeArguments[1]).ToArray();
        return !Accessors.CanReachType(converter, entity) ? $"'{converter.Name}' is out of the entity's reach; make it internal"
            : converter.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? $"'{converter.Name}' is no class or struct"
            : converter.IsRefused() ? $"'{converter.Name}' is obsolete as an error, which keeps generated code from naming it"
            : stored.Length > 1 ? $"'{converter.Name}' converts it to '{stored[0].ToDisplayString()}' and to '{stored[1].ToDisplayString()}'"
            : !Accessors.CanReachType(stored[0], entity) ? $"'{converter.Name}' stores it as '{stored[0].Name}', which is out of the entity's reach"
            : null;
    }

    /// <summary>What to say of a converter that is not for a type, as the end of a sentence.</summary>
    public static string Misfit(INamedTypeSymbol converter, ITypeSymbol type)
    {
        var nullable = Implemented(converter).Select(contract => contract.TypeArguments[0]).OfType<INamedTypeSymbol>().FirstOrDefault(candidate =>
            candidate.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], Unwrapped(type)));
        return nullable is null
            ? $"'{converter.Name}' is no converter of it"
            : $"'{converter.Name}' converts '{nullable.ToDisplayString()}', but no converter is asked for null; "
                + $"implement it for '{nullable.TypeArguments[0].ToDisplayString()}'";
    }

    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static IEnumerable<INamedTypeSymbol> Implemented(INamedTypeSymbol converter) =>
        converter.AllInterfaces.Where(contract => TypeNames.MetadataName(contract.OriginalDefinition) == Interface);

    private static IEnumerable<INamedTypeSymbol> Contracts(INamedTypeSymbol converter, ITypeSymbol type) =>
        Implemented(converter).Where(contract => SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type));

    public static ConvertedValue By(INamedTypeSymbol converter, ITypeSymbol type, ValueModel stored) =>
        new(type.PlainName(), type.Name, type.IsValueType, stored, new ConverterConversion(converter.PlainName(), converter.Name));

    /// <summary>
    /// The value of a wrapper: a record struct whose only property, <c>Value</c>, is what its constructor takes. Such a type exists for the compiler
    /// alone, so that nothing of it is stored.
    /// </summary>
    public static IPropertySymbol? WrappedProperty(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsRecord: true, IsValueType: true } record)
        {
            return null;
        }

        var constructor = record.InstanceConstructors
            .FirstOrDefault(constructor => constructor.Parameters.Length == 1 && constructor.Parameters[0].Name is ("Value" or "value"));
        var fields = record.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).ToArray();
        return constructor is { DeclaredAccessibility: Accessibility.Public } && fields.Length == 1
            && record.GetMembers("Value").FirstOrDefault() is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property
            && SymbolEqualityComparer.Default.Equals(property.Type, constructor.Parameters[0].Type)
            ? property
            : null;
    }

    public static ConvertedValue Wrapper(ITypeSymbol type, IPropertySymbol property, ValueModel stored, INamedTypeSymbol entity) =>
        new(type.PlainName(), type.Name, IsValueType: true, stored, new WrapperConversion(IsPlain(property)))
        { Reach = Visibility.ReachOf(type, entity) };

    /// <summary>The property of a plain positional record only keeps what it is given; whatever a person wrote may check it.</summary>
    public static bool IsPlain(IPropertySymbol property) => !property.DeclaringSyntaxReferences.IsEmpty
        && property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ParameterSyntax);
}
