using DynamoGen.Generator.Expressions;
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
            return Misshapen($"it must return ValueTask or Task (a write), ValueTask<{entity.Name}?>, IAsyncEnumerable<{entity.Name}>, ValueTask<IReadOnlyList<{entity.Name}>>, ValueTask<Page<{entity.Name}>>, ValueTask of a nullable [ItemCollection], or an action for a transaction");
        }

        if (BatchPatternParser.KindOf(method.Name) is { } batch)
        {
            return Many(batch, result);
        }

        var entityParameter = method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, entity));
        var mayWrite = result.Kind is PatternReturnKind.Nothing or PatternReturnKind.Success or PatternReturnKind.Entity or PatternReturnKind.One or PatternReturnKind.WriteAction;
        return mayWrite && WritePatternParser.Verb(method.Name) is { } verb ? Write(verb, result, entityParameter) : Read(result, entityParameter);
    }

    private AccessPatternModel? Write(string verb, PatternReturn result, IParameterSymbol? entityParameter)
    {
        if (Index() is not null)
        {
            return Misshapen("an index cannot be written to; write the table, and the index follows");
        }

        var takesEntity = verb is "Put" or "Upsert" or "Create" or "Replace";
        if (takesEntity && entityParameter is null)
        {
            return Misshapen($"a {verb} takes the {entity.Name} that it writes");
        }

        WriteResult? yields = (result.Kind, verb) switch
        {
            (PatternReturnKind.WriteAction, _) => WriteResult.Action,
            (_, "Check") => null,
            (PatternReturnKind.Nothing, _) => WriteResult.Nothing,
            (PatternReturnKind.Success, _) => WriteResult.Succeeded,
            (PatternReturnKind.Entity, not "Delete") => WriteResult.Written,
            (PatternReturnKind.One, _) => WriteResult.Replaced,
            _ => null,
        };
        if (yields is null)
        {
            return Misshapen(verb == "Check"
                ? "a check is for transactions; return WriteAction"
                : $"a {verb} yields nothing, whether it succeeded (bool), the {entity.Name} as it is afterwards, or the {entity.Name}? that was there before");
        }

        var parser = new WritePatternParser(method, model, entityParameter, yields.Value);
        WriteModel write;
        try
        {
            write = parser.Parse();
        }
        catch (ExpressionException problem)
        {
            return Wrong(problem);
        }

        var condition = entityParameter is null ? Condition(model.Keys[0], KeyNeed.Whole, parser.KeyParameters) : KeyBinder.FromEntity(model.Keys[0], TypeIdentities.Escaped(entityParameter.Name));
        if (entityParameter is not null && parser.KeyParameters.FirstOrDefault(parameter => !SymbolEqualityComparer.Default.Equals(parameter, entityParameter)) is { } idle)
        {
            return Misshapen($"nothing takes the parameter '{idle.Name}' beside the {entity.Name}");
        }

        return condition is null ? null : Pattern(AccessPatternKind.Write, result, condition, entityParameter) with { Write = write, Clock = parser.Clock, IsAction = yields == WriteResult.Action };
    }

    private AccessPatternModel? Many(AccessPatternKind kind, PatternReturn result)
    {
        var parser = new BatchPatternParser(method, entity, model);
        if (parser.Parse(kind, result.Kind) is not { } many)
        {
            return Misshapen(parser.Reason);
        }

        var pattern = Pattern(kind, result, null, null);
        var parameters = pattern.Parameters.Select(parameter => parameter.Name == many.Parameter ? parameter with { TypeName = many.TypeName } : parameter);
        return pattern with
        {
            Parameters = new EquatableArray<ParameterModel>(parameters),
            Many = many.Parameter,
            Stamps = many.Stamps,
            Clock = PatternParameters.Clock(method),
            Expiry = kind == AccessPatternKind.GetMany && !method.Has(AttributeNames.IncludeExpired) && model.Lifecycle.TimeToLive is { } timeToLive ? ExpiryOf(timeToLive) : null,
        };
    }

    private AccessPatternModel? Wrong(ExpressionException problem)
    {
        var attribute = new[] { AttributeNames.Update, AttributeNames.Condition, AttributeNames.Filter }.Select(method.Attribute).FirstOrDefault(attribute => attribute is not null);
        problems.Add(DeclarationRule.Expression, attribute?.Place(0) ?? place, method.Name, problem.Message);
        return null;
    }

    private AccessPatternModel? Read(PatternReturn result, IParameterSymbol? entityParameter)
    {
        if (result.Kind is PatternReturnKind.Nothing or PatternReturnKind.Success or PatternReturnKind.WriteAction)
        {
            return Misshapen("a method that writes must begin with Put, Upsert, Create, Replace, Update, Delete or Check");
        }

        if (entityParameter is not null || result.Kind == PatternReturnKind.Entity)
        {
            return Misshapen(entityParameter is not null ? "a read takes the parts of a key, not an entity" : $"an item may be absent; return ValueTask<{entity.Name}?>");
        }

        if (result.Kind == PatternReturnKind.ReadAction && Index() is not null)
        {
            return Misshapen("a transaction reads the table, not an index");
        }

        if (result.Kind == PatternReturnKind.Page && (!method.Parameters.Any(PatternParameters.IsLimit) || !method.Parameters.Any(PatternParameters.IsCursor)))
        {
            return Misshapen("a page takes the number of its items, 'int limit', and where it begins, 'string? cursor'");
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

        var isGet = (result.Kind == PatternReturnKind.One && index is null) || result.Kind == PatternReturnKind.ReadAction;
        var need = isGet ? KeyNeed.Whole : result.Kind == PatternReturnKind.Collection ? KeyNeed.PartitionOnly : KeyNeed.Partition;
        ExpressionModel? filter;
        var scope = new ExpressionScope(model.Shape, method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray());
        try
        {
            filter = isGet ? null : Filter(scope);
        }
        catch (ExpressionException problem)
        {
            return Wrong(problem);
        }

        if (isGet && method.Has(AttributeNames.Filter))
        {
            return Misshapen("a GetItem has no filter; look at the item");
        }

        var keyParameters = PatternParameters.OfKey(method, need, result.Kind).Where(parameter => !scope.UsedParameters.Contains(parameter.Name) || IsPart(key, parameter)).ToArray();
        if (Condition(key, need, keyParameters) is not { } condition)
        {
            return null;
        }

        if (key.Shards > 1 && result.Kind is not (PatternReturnKind.Stream or PatternReturnKind.Page))
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

        var expiry = isGet && !method.Has(AttributeNames.IncludeExpired) && model.Lifecycle.TimeToLive is { } timeToLive ? ExpiryOf(timeToLive) : null;
        return Pattern(isGet ? AccessPatternKind.Get : result.QueryKind, result, condition, null, collection) with
        {
            Filter = filter,
            Clock = PatternParameters.Clock(method),
            Cursor = result.Kind == PatternReturnKind.Page ? Named(method.Parameters.FirstOrDefault(PatternParameters.IsCursor)) : null,
            IsAction = result.Kind == PatternReturnKind.ReadAction,
            Expiry = expiry,
        };
    }

    private static bool IsPart(KeyModel key, IParameterSymbol parameter) => key.Parts.Any(part => part.IsPlaceholder && PatternParameters.GivesValue(parameter, part.Text));

    private ExpressionModel? Filter(ExpressionScope scope)
    {
        var filters = new List<string>();
        if (model.Lifecycle.TimeToLive is { } timeToLive && !method.Has(AttributeNames.IncludeExpired))
        {
            filters.Add(Expiry.Alive(scope, timeToLive, PatternParameters.Clock(method)));
        }

        if (method.Attribute(AttributeNames.Filter) is { } attribute)
        {
            var filter = ConditionParser.Parse(attribute.Text(0) ?? string.Empty, scope);
            filters.Add(filters.Count > 0 && filter.Contains(" OR ") ? $"({filter})" : filter);
        }

        var text = filters.Count == 0 ? null : string.Join(" AND ", filters);
        ExpressionLimits.Check(text);
        return text is null ? null : new ExpressionModel(text, null, scope.Names, scope.Values);
    }

    private string ExpiryOf(MemberModel timeToLive)
    {
        var clock = PatternParameters.Clock(method) + (timeToLive.Value.TypeName == "global::System.DateTime" ? ".UtcDateTime" : string.Empty);
        return $"{{0}}.{timeToLive.Property} <= {clock}";
    }

    private KeyConditionModel? Condition(KeyModel key, KeyNeed need, IReadOnlyList<IParameterSymbol> parameters)
    {
        var binder = new KeyBinder(key, parameters);
        if (binder.Bind(need) is { } condition)
        {
            return condition;
        }

        var other = model.Keys.Where(candidate => candidate.Index is not null && candidate.Index != key.Index)
            .FirstOrDefault(candidate => need != KeyNeed.Whole && new KeyBinder(candidate, parameters).Bind(KeyNeed.Partition) is not null);
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
