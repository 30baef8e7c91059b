using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a method that gets or queries items and proves that a key of the entity answers it.</summary>
internal sealed class ReadPatternParser(PatternDeclaration declaration)
{
    public AccessPatternModel? Parse(PatternReturn result)
    {
        if (result.Kind is PatternReturnKind.Nothing or PatternReturnKind.Success or PatternReturnKind.WriteAction)
        {
            return declaration.Misshapen("a method that writes must begin with Put, Upsert, Create, Replace, Update, Delete or Check");
        }

        if (result.Kind == PatternReturnKind.UniqueRepair)
        {
            return declaration.Misshapen("a repair of unique values scans the whole table; allow it by [AllowScan(\"why\")]");
        }

        if (declaration.EntityParameter is not null || result.Kind == PatternReturnKind.Entity)
        {
            return declaration.Misshapen(declaration.EntityParameter is not null ? "a read takes the parts of a key, not an entity" : $"an item may be absent; return ValueTask<{declaration.Entity.Name}?>");
        }

        if (result.Kind == PatternReturnKind.ReadAction && (declaration.Index is not null || result.View!.Kind != ItemViewKind.Entity))
        {
            return declaration.Misshapen("a transaction reads whole entities from the table, not an index");
        }

        if (result.Kind == PatternReturnKind.Page && (!declaration.Method.Parameters.Any(PatternParameters.IsLimit) || !declaration.Method.Parameters.Any(PatternParameters.IsCursor)))
        {
            return declaration.Misshapen("a page takes the number of its items, 'int limit', and where it begins, 'string? cursor'");
        }

        var index = declaration.Index;
        var key = declaration.Model.Keys.FirstOrDefault(candidate => candidate.Index == index);
        if (key is null)
        {
            declaration.Problems.Add(DeclarationRule.UnservedPattern, declaration.Method.Attribute(DeclarationAttributes.Index)?.Place(0) ?? declaration.Place, declaration.Method.Name, $"'{declaration.Entity.Name}' has no key in index '{index}'; add [Key(\"{index}\", ...)] to it");
            return null;
        }

        if (index is not null && !key.IsLocal && declaration.Method.Has(DeclarationAttributes.ConsistentRead))
        {
            declaration.Problems.Add(DeclarationRule.ConsistentReadOfIndex, declaration.Method.Attribute(DeclarationAttributes.ConsistentRead)!.Place(), declaration.Method.Name, index);
            return null;
        }

        ItemForm? form = null;
        var forms = new ItemFormParser(declaration, key);
        if (result.View is not null && !forms.TryParse(result.View, out form))
        {
            return null;
        }

        var isGet = (result.Kind == PatternReturnKind.One && index is null) || result.Kind == PatternReturnKind.ReadAction;
        var need = isGet ? KeyNeed.Whole : result.Kind == PatternReturnKind.Collection ? KeyNeed.PartitionOnly : KeyNeed.Partition;
        ExpressionModel? filter;
        var scope = new ExpressionScope(declaration.Model.Shape, declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray());
        try
        {
            filter = isGet ? null : Filter(scope);
        }
        catch (ExpressionException problem)
        {
            return declaration.Wrong(problem);
        }

        if (!forms.HoldsFilter(scope.Attributes))
        {
            return null;
        }

        if (key.Attributes.FirstOrDefault(attribute => attribute.IsMember && scope.Attributes.Contains(attribute.Attribute)) is { } filtered)
        {
            return declaration.Wrong(new ExpressionException($"filters by '{filtered.Attribute}', which is a key of what it queries; give it as a parameter of the key"));
        }

        if (isGet && declaration.Method.Has(DeclarationAttributes.Filter))
        {
            return declaration.Misshapen("a GetItem has no filter; look at the item");
        }

        var expiry = isGet ? declaration.Expiry() : null;
        if (expiry is not null && form is not null && !form.Attributes.Contains(declaration.Model.Lifecycle.TimeToLive!.Attribute))
        {
            return declaration.Misshapen($"it cannot tell whether the item has expired; add '{declaration.Model.Lifecycle.TimeToLive.Property}' to '{result.View!.Type.Name}' or mark the method with [IncludeExpired]");
        }

        var keyParameters = PatternParameters.OfKey(declaration.Method, need, result.Kind).Where(parameter => !scope.UsedParameters.Contains(parameter.Name) || IsPart(key, parameter)).ToArray();
        if (declaration.Condition(key, need, keyParameters) is not { } condition)
        {
            return null;
        }

        if (key.Shards > 1 && result.Kind is not (PatternReturnKind.Stream or PatternReturnKind.Page))
        {
            return declaration.Misshapen($"index '{index}' is spread over {key.Shards} shards, whose answers are merged as they come; return IAsyncEnumerable<{declaration.Entity.Name}>");
        }

        ItemCollectionModel? collection = null;
        if (result.Kind == PatternReturnKind.Collection)
        {
            collection = ItemCollectionParser.Parse(result.Collection!, key, declaration.Place, declaration.Method.ContainingType, declaration.Problems);
            if (collection is null)
            {
                return null;
            }
        }

        return declaration.Pattern(isGet ? AccessPatternKind.Get : result.QueryKind, result, condition, collection: collection) with
        {
            Filter = filter,
            Clock = declaration.Clock,
            Cursor = result.Kind == PatternReturnKind.Page ? PatternDeclaration.Named(declaration.Method.Parameters.FirstOrDefault(PatternParameters.IsCursor)) : null,
            IsAction = result.Kind == PatternReturnKind.ReadAction,
            Expiry = expiry,
            Form = form,
        };
    }

    private static bool IsPart(KeyModel key, IParameterSymbol parameter) => key.Parts.Any(part => part.IsPlaceholder && PatternParameters.GivesValue(parameter, part.Text));

    private ExpressionModel? Filter(ExpressionScope scope)
    {
        var filters = new List<string>();
        if (declaration.Model.Lifecycle.TimeToLive is { } timeToLive && !declaration.Method.Has(DeclarationAttributes.IncludeExpired))
        {
            filters.Add(Expiry.Alive(scope, timeToLive, declaration.Clock));
        }

        if (declaration.Method.Attribute(DeclarationAttributes.Filter) is { } attribute)
        {
            var filter = ConditionParser.Parse(attribute.Text(0) ?? string.Empty, scope);
            filters.Add(filters.Count > 0 && filter.Contains(" OR ") ? $"({filter})" : filter);
        }

        var text = filters.Count == 0 ? null : string.Join(" AND ", filters);
        ExpressionLimits.Check(text);
        return text is null ? null : new ExpressionModel(text, null, scope.Names, scope.Values);
    }
}
