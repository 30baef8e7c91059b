using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a method that gets or queries items and proves that a key of the entity answers it.</summary>
internal sealed class ReadPatternParser(PatternDeclaration declaration)
{
    private readonly ExpressionScope _scope =
        new(
            declaration.Model.Shape,
            declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray(),
            declaration.Model.Written);

    private FilterParser Filters => new(declaration, _scope);

    public PatternModel? Parse(PatternKind kind, PatternReturn result)
    {
        if (Misshape(result) is { } reason)
        {
            return declaration.Misshapen(reason);
        }

        if (declaration.Key() is not { } key)
        {
            return null;
        }

        var form = ItemForm.Entity;
        var isGet = kind is PatternKind.Get or PatternKind.ReadAction;
        var forms = new ItemFormParser(declaration, key, isGet ? static () => [] : Filters.Attributes)
        {
            HasValues = PartitionValues.Are(key, Parameters, declaration.Model.HasNameLike),
        };
        ItemUnion? union = null;
        if (result.View is { Kind: ItemViewKind.Union } view)
        {
            union = new ItemUnionParser(declaration, view.Type, _scope).Parse(kind);
            if (union is null)
            {
                return null;
            }

            form = union.Form;
        }
        else if (result.View is not null && !forms.TryParse(result.View, out form))
        {
            return null;
        }

        if (kind == PatternKind.Exists && IsOfOneItem(key))
        {
            return Get(result, key, new PrimaryKeyForm(new EquatableArray<string>([key.Partition.Attribute])));
        }

        return isGet ? Get(result, key, form) : Query(kind, result, key, form, forms, union);
    }

    /// <summary>
    /// Whether a question is of one item of the table that is there or not, without a filter, not even by the time of expiry, which a GetItem does not have.
    /// </summary>
    private bool IsOfOneItem(KeyModel key) =>
        key.Index is null
        && !declaration.Method.Has(DeclarationAttributes.Filter)
        && !declaration.Method.Parameters.Any(PatternParameters.IsFilter)
        && declaration.Expiry() is null
        && new KeyBinder(key, Parameters, declaration.Model.HasNameLike).Bind(KeyNeed.Whole) is not null;

    private IParameterSymbol[] Parameters => [.. declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter))];

    /// <summary>Why the method can be no read, as the end of a sentence; null where it can.</summary>
    private string? Misshape(PatternReturn result)
    {
        return result.Kind switch
        {
            _ when declaration.EntityParameter is not null => "a read takes the parts of a key, not an entity",
            _ when declaration.Method.Attribute(DeclarationAttributes.Cached) is { } cached => Misshape(cached),
            PatternReturnKind.ReadAction when result.View!.Kind != ItemViewKind.Entity => "a transaction reads whole entities",
            PatternReturnKind.Page
                when !declaration.Method.Parameters.Any(PatternParameters.IsLimit) || !declaration.Method.Parameters.Any(PatternParameters.IsCursor) =>
                "a page takes the number of its items, 'int limit', and where it begins, 'string? cursor'",
            _ => null,
        };
    }

    private string? Misshape(AttributeData cached) =>
        declaration.Method.Has(DeclarationAttributes.ConsistentRead)
            ? "[Cached] returns what was stored a while ago, which [ConsistentRead] does not allow; leave one of them out"
            : cached.Number(0) is null or < 1
                ? "[Cached] says for how many seconds an item may be returned after it was read; that is 1 or more"
                : null;

    private PatternModel? Get(PatternReturn result, KeyModel key, ItemForm form)
    {
        if (!declaration.TellsExpiry(form, result.View!) || !new NewestParser(declaration).TryParse(form, out var newest))
        {
            return null;
        }

        return declaration.Condition(key, KeyNeed.Whole, Parameters) is { } condition
            ? new GetPattern(
                declaration.Signature(result, _ => ParameterRole.Value),
                condition,
                form,
                declaration.Method.Has(DeclarationAttributes.ConsistentRead) || newest is not null,
                declaration.Expiry(),
                IsAction: result.Kind == PatternReturnKind.ReadAction)
            {
                Newest = newest,
                IsQuestion = result.Kind == PatternReturnKind.Success,
                Cache = Cache,
            }
            : null;
    }

    private CacheModel? Cache => declaration.Method.Attribute(DeclarationAttributes.Cached)?.Number(0) is { } seconds
        ? new CacheModel(seconds, (declaration.Model.Lifecycle.Lock ?? declaration.Model.Lifecycle.UpdatedAt)?.Attribute)
        : null;

    private PatternModel? Query(PatternKind kind, PatternReturn result, KeyModel key, ItemForm form, ItemFormParser forms, ItemUnion? union)
    {
        Condition? filter;
        try
        {
            filter = union is null ? Filters.Parse(key) : union.Filter(seesKeys: false);
        }
        catch (ExpressionException problem)
        {
            return declaration.Wrong(problem);
        }

        if (result.Kind == PatternReturnKind.Page
            && declaration.Method.Parameters.FirstOrDefault(parameter =>
                (PatternParameters.IsLimit(parameter) || PatternParameters.IsCursor(parameter)) && IsValue(parameter)) is { } own)
        {
            return declaration.Misshapen("a page takes 'int limit' and 'string? cursor' for itself; "
                + $"its key and its filter cannot have a value named '{own.Name}'");
        }

        if (!forms.HoldsFilter(_scope.Attributes))
        {
            return null;
        }

        if (key.Attributes.FirstOrDefault(attribute => attribute.IsMember && _scope.Attributes.Contains(attribute.Attribute)) is { } filtered)
        {
            return declaration.Wrong(
                new ExpressionException($"filters by '{filtered.Attribute}', which is a key of what it queries; give it as a parameter of the key"));
        }

        var parameters = declaration.Method.Parameters.Where(parameter => IsOfKey(parameter, key, result)).ToArray();
        var need = result.Kind == PatternReturnKind.Collection ? KeyNeed.PartitionOnly : union?.Need(key, parameters) ?? KeyNeed.Partition;
        if (declaration.Condition(key, need, parameters) is not { } condition || union?.IsServed(condition) == false)
        {
            return null;
        }

        if (result.Kind != PatternReturnKind.One && TimeBucket.NarrowedToInstant(condition) is { } narrowed)
        {
            return declaration.Misshapen(
                $"'{narrowed.Part.Text}' gives both the partition key's '{narrowed.Part.Format}' and the sort key, and so what is of one instant; "
                + $"take '{TimeBucket.Wanted(narrowed.Part)}' for all of it, or yield {declaration.Entity.Name}? for the one item");
        }

        if (condition.Values is { } values && result.Kind == PatternReturnKind.Collection)
        {
            return declaration.Misshapen($"parameter '{values.Parameter}' has several values, and an item collection is of one partition; "
                + $"return IAsyncEnumerable<{declaration.Entity.Name}>, or items of several entities");
        }

        ItemCollectionModel? collection = null;
        if (result.Kind == PatternReturnKind.Collection)
        {
            collection = ItemCollectionParser.Parse(result.Collection!, key, declaration);
            if (collection is null)
            {
                return null;
            }

            if (collection.TimeToLive is null && declaration.Method.Has(DeclarationAttributes.IncludeExpired))
            {
                return declaration.Misshapen($"[IncludeExpired] means nothing to '{collection.Name}', of which no entity has a [TimeToLive]");
            }

            filter ??= OfMembers(collection);
        }

        var signature = declaration.Signature(result, parameter => Role(parameter, result));
        if (signature.Parameter(ParameterRole.Descending) is { } order && declaration.Method.Has(DeclarationAttributes.Descending))
        {
            return declaration.Misshapen($"[Descending] and the parameter '{order}' say two things of its order; leave one of them out");
        }

        return new QueryPattern(
            signature,
            QueryResultOf(kind, result.Kind),
            condition,
            filter,
            declaration.Method.Has(DeclarationAttributes.Descending),
            declaration.Method.Has(DeclarationAttributes.ConsistentRead),
            form,
            collection)
        {
            List = result.List,
        };
    }

    /// <summary>Whether a parameter is for the key: no limit, no cursor, and nothing that only the filter takes.</summary>
    private bool IsOfKey(IParameterSymbol parameter, KeyModel key, PatternReturn result) =>
        !PatternParameters.IsCancellation(parameter)
        && Role(parameter, result) == ParameterRole.Value
        && (!_scope.UsedParameters.Contains(parameter.Name) || IsPart(parameter, key));

    /// <summary>
    /// What a parameter is for. One that is named <c>limit</c> is the number of items, unless the key or the filter has a value of that name.
    /// </summary>
    private ParameterRole Role(IParameterSymbol parameter, PatternReturn result) =>
        PatternParameters.IsLimit(parameter) && !IsValue(parameter) && result.Kind is not (PatternReturnKind.Count or PatternReturnKind.Success)
            ? ParameterRole.Limit
        : result.Kind == PatternReturnKind.Page && PatternParameters.IsCursor(parameter) && !IsValue(parameter) ? ParameterRole.Cursor
        : PatternParameters.IsDescending(parameter) && !IsValue(parameter) && HasOrder(result.Kind) ? ParameterRole.Descending
        : ParameterRole.Value;

    /// <summary>What leaves out the expired items of a collection where its repository's own entity does not expire.</summary>
    private Condition? OfMembers(ItemCollectionModel collection) =>
        collection.TimeToLive is { } timeToLive && !declaration.Method.Has(DeclarationAttributes.IncludeExpired) ? Expiry.Alive(timeToLive) : null;

    private static bool HasOrder(PatternReturnKind kind) => kind is not (PatternReturnKind.Count or PatternReturnKind.Success or PatternReturnKind.Collection);

    private bool IsValue(IParameterSymbol parameter) => _scope.UsedParameters.Contains(parameter.Name)
        || IsPart(parameter, declaration.Model.Keys.First(key => key.Index == declaration.Index));

    private bool IsPart(IParameterSymbol parameter, KeyModel key) => key.Parts.Any(part => part.IsPlaceholder && SymbolEqualityComparer.Default.Equals(
        PatternParameters.Giving(declaration.Method.Parameters, part.Text, declaration.Model.HasNameLike), parameter));

    private static QueryResult QueryResultOf(PatternKind kind, PatternReturnKind result) => result switch
    {
        _ when kind == PatternKind.Exists => QueryResult.Any,
        PatternReturnKind.Count => QueryResult.Count,
        PatternReturnKind.One => QueryResult.First,
        PatternReturnKind.List => QueryResult.List,
        PatternReturnKind.Collection => QueryResult.Collection,
        PatternReturnKind.Page => QueryResult.Page,
        _ => QueryResult.Stream,
    };
}
