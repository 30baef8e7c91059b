using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Filters;

/// <summary>Reads a type marked with <c>[Fields]</c>, and finds what filters can ask of its entity.</summary>
internal static class FieldsParser
{
    public static FieldsModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<FieldsModel>.Of(type, problems, ParseNew);

    private static FieldsModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        var attribute = type.Attribute(DeclarationAttributes.Fields)!;
        if (TypeIdentities.Parse(type, problems) is not { } identity
            || attribute.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol { TypeKind: not TypeKind.Error } entity)
        {
            return null;
        }

        if (!entity.Has(DeclarationAttributes.Entity))
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(), type.Name, $"'{entity.Name}' is not marked with [Entity]");
            return null;
        }

        if (EntityOfUser.Parse(entity, type, attribute.Place(), problems) is not { } model)
        {
            return null;
        }

        if (Obstacle(type, entity) is { } obstacle)
        {
            problems.Add(DeclarationRule.NotExtensible, attribute.Place(), type.Name, obstacle);
            return null;
        }

        var declared = type.GetMembers().Where(member => !member.IsImplicitlyDeclared && !TypeIdentities.IsGenerated(member))
            .Select(member => member.Name).ToArray();
        var members = model.Shape.Members
            .Where(member => member is { IsStored: true, Value: not RegionalValue, AlsoReads: AttributeTypes.None }
                && !declared.Contains(member.Property)
                && OlderForms.OtherForm(model.Shape, member) is null).ToArray();
        var names = new FreeNames([type.Name, .. declared, .. members.Select(member => member.Property)]);
        var fields = new FieldTree(model.Shape).Of(members, names);
        return new FieldsModel(identity, model.Reference, model.Type.Name, fields, names.Take("Where"), model.Experiments);
    }

    private static string? Obstacle(INamedTypeSymbol type, INamedTypeSymbol entity) =>
        type.IsRecord ? "fields are compared with values and not with each other; it must be a class"
        : type.InstanceConstructors.All(constructor => constructor.Parameters.Length > 0)
            ? "fields are made without arguments; let it have a constructor without parameters"
        : type.DeclaredAccessibility == Accessibility.Public && type.ContainingType is null && entity.DeclaredAccessibility != Accessibility.Public
            ? $"it is public, where '{entity.Name}' is not"
        : null;
}
