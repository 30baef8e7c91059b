using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Values;

/// <summary>What generated code, which runs inside the entity, can do with a property.</summary>
internal static class Accessors
{
    /// <summary>How a read value gets into the property, or null where it cannot.</summary>
    /// <param name="property">The property.</param>
    /// <param name="isGiven">Whether the constructor takes it and leaves nothing to set, as it would a required property.</param>
    /// <param name="entity">The entity.</param>
    public static MemberBinding? Binding(IPropertySymbol property, bool isGiven, INamedTypeSymbol entity)
    {
        if (isGiven)
        {
            return MemberBinding.Constructor;
        }

        if (property.SetMethod is not { } setter || !CanReach(setter, entity))
        {
            return null;
        }

        if (property.IsRequired || !KeepsOwnValue(property))
        {
            return MemberBinding.Initializer;
        }

        if (!setter.IsInitOnly)
        {
            return MemberBinding.Assignment;
        }

        // The accessor of an init-only property is called from outside an initializer, which has no simple form where its type is generic.
        return IsInGeneric(property) && property.DeclaringSyntaxReferences.IsEmpty ? MemberBinding.Initializer : MemberBinding.InitAccessor;
    }

    public static bool CanReach(ISymbol member, INamedTypeSymbol entity)
    {
        var sameAssembly = SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, entity.ContainingAssembly);
        return member.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => sameAssembly,
            Accessibility.Private or Accessibility.Protected => SymbolEqualityComparer.Default.Equals(member.ContainingType, entity),
            _ => false,
        };
    }

    /// <summary>Whether code inside of the entity can name the type, with all that it is made of.</summary>
    public static bool CanReachType(ITypeSymbol type, INamedTypeSymbol entity)
    {
        if (type is IArrayTypeSymbol array)
        {
            return CanReachType(array.ElementType, entity);
        }

        for (var current = type as INamedTypeSymbol; current is not null; current = current.ContainingType)
        {
            if (!CanReach(current, entity) || current.IsFileLocal || !current.TypeArguments.All(argument => CanReachType(argument, entity)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the property's type, or one around it, is generic.</summary>
    public static bool IsInGeneric(IPropertySymbol property)
    {
        for (INamedTypeSymbol? current = property.ContainingType; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the property stores a value of its own, rather than computing one.</summary>
    public static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers($"<{property.Name}>k__BackingField")
            .Any(field => SymbolEqualityComparer.Default.Equals((field as IFieldSymbol)?.AssociatedSymbol, property));

    /// <summary>Whether a person wrote what setting the property does. What cannot be seen is taken to be written.</summary>
    public static bool IsWritten(IPropertySymbol property) => property.SetMethod is { } setter
        && (setter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } accessor
            ? accessor is AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }
            : property.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>Whether the property has an initial value, which an absent attribute must not overwrite. What cannot be seen is taken to have one.</summary>
    private static bool KeepsOwnValue(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        var syntax = property.DeclaringSyntaxReferences[0].GetSyntax() as PropertyDeclarationSyntax;
        return syntax is not null && (!IsAutomatic(property) || (syntax.Initializer is { } initializer && !IsDefault(initializer.Value)));
    }

    /// <summary>Whether the property's initial value is a collection that holds something, or cannot be seen to hold nothing.</summary>
    public static bool HasContent(IPropertySymbol property) =>
        !property.DeclaringSyntaxReferences.IsEmpty
        && property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: var value }
        && !IsDefault(value)
        && !IsEmpty(value);

    private static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Count == 0,
        BaseObjectCreationExpressionSyntax creation => creation.Initializer is null or { Expressions.Count: 0 }
            && creation.ArgumentList?.Arguments.Any(argument => argument.Expression
                is CollectionExpressionSyntax { Elements.Count: > 0 } or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax) != true,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "Empty",
        _ => false,
    };

    private static bool IsDefault(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsDefault(suppressed.Operand),
        _ => value.IsKind(SyntaxKind.DefaultLiteralExpression) || value.IsKind(SyntaxKind.NullLiteralExpression),
    };
}
