using DynamoGen.Declarations.Costs;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Repositories;

/// <summary>Reads an interface marked with <c>[Repository]</c>.</summary>
internal static class RepositoryParser
{
    public static RepositoryModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<RepositoryModel>.Of(type, problems, ParseNew);

    private static RepositoryModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (TypeIdentities.Parse(type, problems) is not { } identity
            || type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault()
                is not INamedTypeSymbol { TypeKind: not TypeKind.Error } entity)
        {
            return null;
        }

        if (!entity.Has(DeclarationAttributes.Entity) || EntityParser.TableType(entity) is not { TypeKind: not TypeKind.Error } table)
        {
            problems.Add(DeclarationRule.TableOrIndex, type.Attribute(DeclarationAttributes.Repository)!.Place(), type.Name,
                ProjectionParser.EntityOf(entity) is { } whole
                    ? $"'{entity.Name}' is a projection of '{whole.Name}'; make it a [Repository<{whole.Name}>], whose methods return '{entity.Name}'"
                    : $"'{entity.Name}' is not marked with [Entity]");
            return null;
        }

        // The access patterns can only be judged once the entity is right.
        if (EntityOfUser.Parse(entity, type, type.Attribute(DeclarationAttributes.Repository)!.Place(), problems) is not { } model)
        {
            return null;
        }

        if (RepositoryReach.Obstacle(type, entity, model) is { } obstacle)
        {
            problems.Add(DeclarationRule.TableOrIndex, type.Attribute(DeclarationAttributes.Repository)!.Place(), type.Name, obstacle);
            return null;
        }

        model = RepositoryReach.InReach(type, entity, model);
        var patterns = Patterns(type, entity, table, model, problems);
        return problems.Any
            ? null
            : new RepositoryModel(
                identity,
                TypeIdentities.FreeMemberName(type, "Repository", "Implementation"),
                table.PlainName(),
                model.Reference,
                model.Keys[0],
                model.Uniqueness,
                model.Lifecycle,
                new EquatableArray<PatternModel>(patterns),
                model.Experiments)
            {
                Writes = RegionWritesParser.Read(table),
            };
    }

    private static List<PatternModel> Patterns(
        INamedTypeSymbol type, INamedTypeSymbol entity, INamedTypeSymbol tableType, EntityModel model, DeclarationProblems problems)
    {
        var patterns = new List<PatternModel>();
        var capacities = TableParser.Parse(tableType, new DeclarationProblems()) is { } table ? new CapacityModels(entity, model, table) : null;
        var names = new FreeNames([]);
        foreach (var member in type.AllInterfaces.SelectMany(inherited => inherited.GetMembers()).Concat(type.GetMembers()))
        {
            if (!member.IsAbstract)
            {
                RefuseAttributes(member, problems);
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method)
            {
                if (new AccessPatternParser(method, entity, model, PlaceOf(method, type), problems).Parse() is { } pattern)
                {
                    patterns.Add(pattern with
                    {
                        Signature = pattern.Signature with { UniqueName = names.Take(method.Name) },
                        Capacity = capacities?.Of(pattern, method),
                    });
                }
            }
            else if (member
                is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
                && !IsOwn(member))
            {
                problems.Add(DeclarationRule.PatternShape, PlaceOf(member, type), member.Name, "a repository declares methods only");
            }
        }

        return patterns;
    }

    /// <summary>A method that has a body does what it says there, whatever its attributes say.</summary>
    private static void RefuseAttributes(ISymbol member, DeclarationProblems problems)
    {
        foreach (var attribute in PatternAttributes.All.Concat(MethodVerb.Attributes).Select(member.Attribute).OfType<AttributeData>())
        {
            problems.Add(DeclarationRule.PatternShape, attribute.Place(), member.Name,
                $"[{PatternAttributes.NameOf(attribute)}] means nothing to a method with a body; leave the body to the generator, or the attribute out");
        }
    }

    /// <summary>The generated half adds a base interface with one static member; a second run of the generator must not trip over it.</summary>
    private static bool IsOwn(ISymbol member) => member.ContainingType.IsNamed("DynamoGen.Repositories.IRepository`1");

    /// <summary>A method that is inherited from another assembly has no place in source; the interface that inherits it has.</summary>
    private static Location? PlaceOf(ISymbol member, INamedTypeSymbol type) =>
        member.Locations.FirstOrDefault(location => location.IsInSource) ?? type.Locations.FirstOrDefault();
}
