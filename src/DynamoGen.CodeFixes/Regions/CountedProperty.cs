using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Regions;
using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Writes;
using Microsoft.CodeAnalysis;

namespace DynamoGen.CodeFixes.Regions;

/// <summary>A whole number to which access patterns of a repository add, and which they use in no way that a counter of regions does not allow.</summary>
/// <param name="Property">The property.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Table">The class of its table.</param>
/// <param name="HasRegion">Whether the entity's writes say where they were made.</param>
/// <param name="HasImages">Whether the table's stream has both images.</param>
/// <param name="Added">The parameters that are added, of all access patterns.</param>
internal sealed record CountedProperty(
    IPropertySymbol Property, INamedTypeSymbol Entity, INamedTypeSymbol Table, bool HasRegion, bool HasImages, IReadOnlyList<IParameterSymbol> Added)
{
    /// <summary>What a method of a repository adds to; null where that cannot become a counter.</summary>
    public static CountedProperty? Of(IMethodSymbol method)
    {
        if (method.ContainingType.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol entity
            || EntityParser.TableType(entity) is not { } table
            || EntityParser.Parse(entity, new DeclarationProblems()) is not { } model
            || RepositoryParser.Parse(method.ContainingType, new DeclarationProblems()) is not { } repository)
        {
            return null;
        }

        var counters = new LocalCounters(model);
        var name = repository.Patterns.Where(pattern => SymbolEqualityComparer.Default.Equals(PatternPlace.Method(method.ContainingType, pattern), method))
            .Select(counters.AddedToBy).FirstOrDefault();
        var property = entity.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property.Name == name);
        var hasRegion = model.Lifecycle.UpdatedRegion is not null;
        return property is not null
            && IsInteger(property.Type)
            && (hasRegion || entity.IsRecord)
            && model.Keys.All(key => key.Parts.All(part => part.Text != name && !part.ComputedFrom.Contains(name!)))
            && Additions(method.ContainingType, repository, ItemPath.Of(model.Shape.Members.First(member => member.Property == name).Attribute)) is { } added
                ? new CountedProperty(property, entity, table, hasRegion, HasBothImages(entity), added)
                : null;
    }

    private static bool HasBothImages(INamedTypeSymbol entity) =>
        EntityParser.Table(entity, new DeclarationProblems())?.Stream == StreamView.NewAndOldImages;

    private static bool IsInteger(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte;

    /// <summary>The parameters that are added to an attribute; null where an access pattern does anything else with it.</summary>
    private static IReadOnlyList<IParameterSymbol>? Additions(INamedTypeSymbol repository, RepositoryModel model, ItemPath counter)
    {
        var added = new List<IParameterSymbol>();
        foreach (var pattern in model.Patterns)
        {
            if (!LeavesAlone(pattern, counter))
            {
                return null;
            }

            var method = PatternPlace.Method(repository, pattern);
            foreach (var addition in pattern is WritePattern { Expressions.Update: { } update } ? update.Adds.Where(add => add.Path == counter) : [])
            {
                switch (addition.Value)
                {
                    case ValueOperand { Value: ConstantValue { Text: var text } } when text.All(char.IsDigit):
                        break;
                    case ValueOperand { Value: TypedValue { Source: ParameterSource { Parameter: var name } } }
                        when method?.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter && IsInteger(parameter.Type):
                        added.Add(parameter);
                        break;
                    default:
                        return null;
                }
            }
        }

        return added;
    }

    /// <summary>Whether an access pattern neither asks for an attribute nor writes it, unless it adds to it.</summary>
    private static bool LeavesAlone(PatternModel pattern, ItemPath counter) => pattern switch
    {
        PutManyPattern => false,
        WritePattern { Kind: WriteKind.Put } put when put.Demands?.IsThere != false => false,
        WritePattern write => !Asks(write.Expressions.Condition, counter) && (write.Expressions.Update is not { } update || OnlyAdds(update, counter)),
        QueryPattern query => !Asks(query.Filter, counter),
        ScanPattern scan => !Asks(scan.Filter, counter),
        _ => true,
    };

    private static bool Asks(Condition? condition, ItemPath counter) => condition?.Paths.Any(path => path.Attribute == counter.Attribute) == true;

    private static bool OnlyAdds(UpdateModel update, ItemPath counter) => update.Sets.Concat<UpdateAction>(update.Removes).Concat(update.Deletes)
        .All(action => action.Path.Attribute != counter.Attribute);
}
