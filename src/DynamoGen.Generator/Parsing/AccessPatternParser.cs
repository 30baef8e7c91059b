using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>Reads one method of a repository and proves that a key of the entity answers it.</summary>
internal sealed class AccessPatternParser(IMethodSymbol method, INamedTypeSymbol entity, EntityModel model, Location? place, DeclarationProblems problems)
{
    public AccessPatternModel? Parse()
    {
        if (method.IsGenericMethod || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
        {
            return Misshapen("an access pattern is neither generic nor has ref, in or out parameters");
        }

        if (method.Name.Length == 0 || method.Parameters.Any(parameter => parameter.Name.Length == 0) || method.Parameters.GroupBy(parameter => parameter.Name).Any(same => same.Count() > 1))
        {
            return Misshapen("an access pattern and its parameters have names, each its own");
        }

        if (method.Parameters.Count(PatternParameters.IsCancellation) > 1)
        {
            return Misshapen("it takes more than one CancellationToken");
        }

        if (PatternReturn.Parse(method.ReturnType, entity) is not { } result)
        {
            return Misshapen($"it must return ValueTask or Task (Put, Delete), ValueTask<{entity.Name}?>, IAsyncEnumerable<{entity.Name}>, ValueTask<IReadOnlyList<{entity.Name}>> or ValueTask of a nullable [ItemCollection]");
        }

        var entityParameter = method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, entity));
        return result.Kind == PatternReturnKind.Nothing ? Write(result, entityParameter) : Read(result, entityParameter);
    }

    private AccessPatternModel? Write(PatternReturn result, IParameterSymbol? entityParameter)
    {
        var isPut = method.Name.StartsWith("Put", StringComparison.Ordinal);
        if (!isPut && !method.Name.StartsWith("Delete", StringComparison.Ordinal))
        {
            return Misshapen("a method without a result must begin with Put or Delete");
        }

        if (Index() is not null)
        {
            return Misshapen("an index cannot be written to; write the table, and the index follows");
        }

        if (entityParameter is not null && method.Parameters.Any(parameter => !SymbolEqualityComparer.Default.Equals(parameter, entityParameter) && !PatternParameters.IsCancellation(parameter)))
        {
            return Misshapen($"beside the {entity.Name} it may take a CancellationToken only");
        }

        if (isPut)
        {
            return entityParameter is null
                ? Misshapen($"a Put takes the {entity.Name} that it writes")
                : Pattern(AccessPatternKind.Put, result, null, entityParameter);
        }

        var condition = entityParameter is null ? Condition(model.Keys[0], KeyNeed.Whole) : KeyBinder.FromEntity(model.Keys[0], TypeIdentities.Escaped(entityParameter.Name));
        return condition is null ? null : Pattern(AccessPatternKind.Delete, result, condition, entityParameter);
    }

    private AccessPatternModel? Read(PatternReturn result, IParameterSymbol? entityParameter)
    {
        if (entityParameter is not null)
        {
            return Misshapen("a read takes the parts of a key, not an entity");
        }

        var index = Index();
        var key = model.Keys.FirstOrDefault(candidate => candidate.Index == index);
        if (key is null)
        {
            problems.Add(DeclarationRule.UnservedPattern, method.Attribute(AttributeNames.Index)?.Place(0) ?? place, method.Name, $"'{entity.Name}' has no key in index '{index}'; add [Key(\"{index}\", ...)] to it");
            return null;
        }

        if (index is not null && method.Has(AttributeNames.ConsistentRead))
        {
            problems.Add(DeclarationRule.ConsistentReadOfIndex, method.Attribute(AttributeNames.ConsistentRead)!.Place(), method.Name, index);
            return null;
        }

        var isGet = result.Kind == PatternReturnKind.One && index is null;
        var need = isGet ? KeyNeed.Whole : result.Kind == PatternReturnKind.Collection ? KeyNeed.PartitionOnly : KeyNeed.Partition;
        if (Condition(key, need) is not { } condition)
        {
            return null;
        }

        if (key.Shards > 1 && result.Kind != PatternReturnKind.Stream)
        {
            return Misshapen($"index '{index}' is spread over {key.Shards} shards, whose answers are merged as they come; return IAsyncEnumerable<{entity.Name}>");
        }

        ItemCollectionModel? collection = null;
        if (result.Kind == PatternReturnKind.Collection)
        {
            collection = ItemCollectionParser.Parse(result.Collection!, key, place, method.ContainingType, problems);
            if (collection is null)
            {
                return null;
            }
        }

        return Pattern(isGet ? AccessPatternKind.Get : result.QueryKind, result, condition, null, collection);
    }

    private KeyConditionModel? Condition(KeyModel key, KeyNeed need)
    {
        var binder = new KeyBinder(key, PatternParameters.OfKey(method, need));
        if (binder.Bind(need) is { } condition)
        {
            return condition;
        }

        var other = model.Keys.Where(candidate => candidate.Index is not null && candidate.Index != key.Index)
            .FirstOrDefault(candidate => new KeyBinder(candidate, PatternParameters.OfKey(method, KeyNeed.Partition)).Bind(KeyNeed.Partition) is not null);
        var hint = other is null ? string.Empty : $"; index '{other.Index}' answers it: add [Index(\"{other.Index}\")]";
        problems.Add(DeclarationRule.UnservedPattern, binder.Culprit?.Locations.FirstOrDefault() ?? place, method.Name, binder.Reason + hint);
        return null;
    }

    private AccessPatternModel Pattern(
        AccessPatternKind kind,
        PatternReturn result,
        KeyConditionModel? condition,
        IParameterSymbol? entityParameter,
        ItemCollectionModel? collection = null) =>
        new(
            TypeIdentities.Escaped(method.Name),
            method.Name,
            method.ContainingType.FullName(),
            kind,
            result.TypeName,
            result.IsTask,
            new EquatableArray<ParameterModel>(method.Parameters.Select(parameter => new ParameterModel(TypeIdentities.Escaped(parameter.Name), parameter.Type.FullName())).ToArray()),
            condition?.Key.Index,
            condition,
            method.Has(AttributeNames.Descending),
            method.Has(AttributeNames.ConsistentRead),
            Named(method.Parameters.FirstOrDefault(PatternParameters.IsLimit)),
            Named(method.Parameters.FirstOrDefault(PatternParameters.IsCancellation)),
            Named(entityParameter),
            collection);

    private static string? Named(IParameterSymbol? parameter) => parameter is null ? null : TypeIdentities.Escaped(parameter.Name);

    private string? Index() => method.Attribute(AttributeNames.Index)?.Text(0);

    private AccessPatternModel? Misshapen(string reason)
    {
        problems.Add(DeclarationRule.PatternShape, place, method.Name, reason);
        return null;
    }
}
