using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a method that scans the table or an index, which it must allow by an attribute that says why.</summary>
internal sealed class ScanPatternParser(PatternDeclaration declaration)
{
    private readonly ExpressionScope _scope =
        new(
            declaration.Model.Shape,
            declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray(),
            declaration.Model.Written);

    public PatternModel? Parse(PatternKind kind, PatternReturn result) => kind == PatternKind.Repair ? Repair(result) : Scan(result);

    private PatternModel? Repair(PatternReturn result) =>
        !declaration.Method.Has(DeclarationAttributes.AllowScan)
            ? declaration.Misshapen("a repair of unique values scans the whole table; allow it by [AllowScan(\"why\")]")
        : declaration.Model.Uniqueness is null ? declaration.Misshapen($"'{declaration.Entity.Name}' has no [Unique] value to repair")
        : Foreign(parameter => !PatternParameters.IsSegments(parameter)) is { } other
            ? declaration.Misshapen($"a repair takes 'int segments' and a CancellationToken only; '{other.Name}' is for a Query")
        : new RepairUniquePattern(declaration.Signature(result, _ => ParameterRole.Segments));

    private PatternModel? Scan(PatternReturn result)
    {
        if (declaration.Key() is not { } key)
        {
            return null;
        }

        var form = ItemForm.Entity;
        var filters = new FilterParser(declaration, _scope);
        var forms = new ItemFormParser(declaration, key, filters.Attributes);
        ItemUnion? union = null;
        if (result.View is { Kind: ItemViewKind.Union } view)
        {
            union = new ItemUnionParser(declaration, view.Type, _scope).Parse(PatternKind.Scan);
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

        Condition filter;
        try
        {
            var model = declaration.Model;
            var mark = new[] { Mark.IsOneOf(model.Marks, [model.Known], seesKeys: true) }.OfType<Condition>();
            var asked = union is null ? filters.Parse(null, [.. mark]) : union.Filter(seesKeys: true);

            // DynamoDB refuses an expression without a condition, and each item has its key.
            Condition any = new Existence(ItemPath.Of(model.Keys[0].Partition.Attribute), IsThere: true);
            filter = asked is null ? any : asked.WhenSent is null ? asked : Condition.All([any, asked])!;
        }
        catch (ExpressionException problem)
        {
            return declaration.Wrong(problem);
        }

        if (!forms.HoldsFilter(_scope.Attributes.Concat(declaration.Model.Marks.All.Take(1))))
        {
            return null;
        }

        return Misshape(result) is { } reason ? declaration.Misshapen(reason)
            : Foreign(parameter => Role(parameter, result) == ParameterRole.Value && !_scope.UsedParameters.Contains(parameter.Name)) is { } other
                ? Refuse(other)
            : New(result, key, filter, form);
    }

    private ScanPattern New(PatternReturn result, KeyModel key, Condition filter, ItemForm form) => new(
        declaration.Signature(result, parameter => Role(parameter, result)),
        result.Kind switch
        {
            PatternReturnKind.Page => QueryResult.Page,
            PatternReturnKind.Count => QueryResult.Count,
            _ => QueryResult.Stream,
        },
        key.Index,
        filter,
        declaration.Method.Has(DeclarationAttributes.ConsistentRead),
        form)
    {
        Segment = declaration.Method.Parameters.FirstOrDefault(IsSegment)?.Name,
    };

    private string? Misshape(PatternReturn result)
    {
        var parameters = declaration.Method.Parameters;
        var isPart = parameters.Any(IsSegment);
        return result.Kind == PatternReturnKind.Page && !(parameters.Any(PatternParameters.IsLimit) && parameters.Any(PatternParameters.IsCursor))
                ? "a page takes the number of its items, 'int limit', and where it begins, 'string? cursor'"
            : isPart && !parameters.Any(PatternParameters.IsSegments) ? "one part of a table is that of so many; take 'int segments' too"
            : !isPart && parameters.Any(PatternParameters.IsSegments)
                && (result.Kind != PatternReturnKind.Stream || parameters.Any(parameter => Role(parameter, result) == ParameterRole.Limit))
                ? "several parts at a time have neither pages nor a limit, and are not counted together; take 'int segment' for one part, "
                    + "or leave 'segments' out"
            : null;
    }

    private ParameterRole Role(IParameterSymbol parameter, PatternReturn result) =>
        PatternParameters.IsSegments(parameter) ? ParameterRole.Segments
        : IsSegment(parameter) ? ParameterRole.Segment
        : _scope.UsedParameters.Contains(parameter.Name) ? ParameterRole.Value
        : PatternParameters.IsLimit(parameter) && result.Kind != PatternReturnKind.Count ? ParameterRole.Limit
        : PatternParameters.IsCursor(parameter) && result.Kind == PatternReturnKind.Page ? ParameterRole.Cursor
        : ParameterRole.Value;

    private bool IsSegment(IParameterSymbol parameter) =>
        parameter is { Name: "segment", Type.SpecialType: SpecialType.System_Int32 } && !_scope.UsedParameters.Contains(parameter.Name);

    private IParameterSymbol? Foreign(Func<IParameterSymbol, bool> isForeign) =>
        declaration.Method.Parameters.FirstOrDefault(parameter => !PatternParameters.IsCancellation(parameter) && isForeign(parameter));

    private PatternModel? Refuse(IParameterSymbol other) => declaration.Misshapen(
        "[AllowScan] makes it a scan, which takes values of its [Filter], 'int segments', 'int segment', 'int limit', and 'string? cursor' for a page; "
        + $"'{other.Name}' is for a Query");
}
