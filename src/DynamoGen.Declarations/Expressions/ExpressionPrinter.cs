using System.Globalization;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Writes expressions as DynamoDB takes them.</summary>
internal sealed class ExpressionPrinter
{
    private readonly List<string> _names = [];
    private readonly List<RequestValue> _values = [];
    private readonly List<string> _subjects = [];
    private readonly Func<string, string> _name;
    private readonly Func<RequestValue, string> _value;
    private string _subject = string.Empty;

    /// <summary>Every name and every value gets a placeholder, numbered as they come, so that neither ever stands in an expression's text.</summary>
    public ExpressionPrinter() => (_name, _value) = (name => Placeholder('#', _names, name), ValuePlaceholder);

    /// <summary>Names and values are written as a person reads them, who sends nothing.</summary>
    public ExpressionPrinter(Func<string, string> name, Func<RequestValue, string> value) => (_name, _value) = (name, value);

    /// <summary>The attribute names, in the order of their placeholders <c>#0</c>, <c>#1</c>.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The values, in the order of their placeholders <c>:0</c>, <c>:1</c>.</summary>
    public IReadOnlyList<RequestValue> Values => _values;

    /// <summary>What each of the values is set to or compared with: the path of an attribute as a person reads it.</summary>
    public IReadOnlyList<string> Subjects => _subjects;

    /// <summary>The text of a condition.</summary>
    public string Condition(Condition condition) => condition switch
    {
        AllOf all => string.Join(" AND ", all.Conditions.Select(inner => inner is AnyOf ? $"({Condition(inner)})" : Condition(inner))),
        AnyOf any => string.Join(" OR ", any.Conditions.Select(Condition)),
        Negation negation => negation.Inner is AllOf or AnyOf ? $"NOT ({Condition(negation.Inner)})" : $"NOT {Condition(negation.Inner)}",
        Comparison comparison => Comparison(comparison),
        Between between => $"{Operand(between.Tested)} BETWEEN {Operand(between.Low)} AND {Operand(between.High)}",
        OneOf oneOf => $"{Operand(oneOf.Tested)} IN ({string.Join(", ", oneOf.Choices.Select(Operand))})",
        Existence existence => $"{(existence.IsThere ? "attribute_exists" : "attribute_not_exists")}({Path(existence.Path)})",
        BeginsWith beginsWith => $"begins_with({Path(beginsWith.Path)}, {Operand(beginsWith.Beginning)})",
        Contains contains => $"contains({Path(contains.Path)}, {Operand(contains.Part)})",
        TypeTest test => $"attribute_type({Path(test.Path)}, {Value(test.Descriptor)})",
        _ => throw new ArgumentException("The condition is of no kind that DynamoDB has.", nameof(condition)),
    };

    private string Comparison(Comparison comparison)
    {
        if (comparison.Right is PathOperand path)
        {
            _subject = Readable(path.Path);
        }

        return $"{Operand(comparison.Left)} {Sign(comparison.Comparator)} {Operand(comparison.Right)}";
    }

    /// <summary>The text of an update.</summary>
    public string Update(UpdateModel update)
    {
        var clauses = new List<string>();
        Add(clauses, "SET", update.Sets, action => $"{Path(action.Path)} = {Term(action.Value)}");
        Add(clauses, "REMOVE", update.Removes, Path);
        Add(clauses, "ADD", update.Adds, Delta);
        Add(clauses, "DELETE", update.Deletes, Delta);
        return string.Join(" ", clauses);
    }

    private static void Add<T>(List<string> clauses, string keyword, EquatableArray<T> actions, Func<T, string> print)
        where T : IEquatable<T>
    {
        if (actions.Count > 0)
        {
            clauses.Add($"{keyword} {string.Join(", ", actions.Select(print))}");
        }
    }

    private string Delta(DeltaAction action) => $"{Path(action.Path)} {Operand(action.Value)}";

    private string Term(UpdateTerm term) => term switch
    {
        OperandTerm operand => Operand(operand.Operand),
        SumTerm sum => Term(sum.First) + string.Concat(sum.Addends.Select(addend => $" {(addend.IsTakenAway ? "-" : "+")} {Nested(addend.Term)}")),
        IfNotExistsTerm ifNotExists => $"if_not_exists({Path(ifNotExists.Path)}, {Term(ifNotExists.Otherwise)})",
        ListAppendTerm append => $"list_append({Term(append.First)}, {Term(append.Second)})",
        _ => throw new ArgumentException("The term is of no kind that DynamoDB has.", nameof(term)),
    };

    private string Nested(UpdateTerm term) => term is SumTerm ? $"({Term(term)})" : Term(term);

    private string Operand(Operand operand) => operand switch
    {
        PathOperand path => Path(path.Path),
        SizeOperand size => $"size({Path(size.Path)})",
        ValueOperand value => Value(value.Value),
        _ => throw new ArgumentException("The operand is of no kind that DynamoDB has.", nameof(operand)),
    };

    /// <summary>A value stands behind the path that it is for, but where a comparison has it first.</summary>
    private string Path(ItemPath path)
    {
        _subject = Readable(path);
        return Join(path, _name);
    }

    private static string Readable(ItemPath path) => Join(path, name => name);

    private static string Join(ItemPath path, Func<string, string> print) => string.Concat(path.Steps.Select((step, i) =>
        step.Name is null ? $"[{step.Position.ToString(CultureInfo.InvariantCulture)}]" : (i == 0 ? string.Empty : ".") + print(step.Name)));

    private string ValuePlaceholder(RequestValue value)
    {
        var placeholder = Placeholder(':', _values, value);
        if (_subjects.Count < _values.Count)
        {
            _subjects.Add(_subject);
        }

        return placeholder;
    }

    private string Value(RequestValue value) => _value(value);

    private static string Placeholder<T>(char sign, List<T> known, T wanted)
    {
        var position = known.IndexOf(wanted);
        if (position < 0)
        {
            position = known.Count;
            known.Add(wanted);
        }

        return sign + position.ToString(CultureInfo.InvariantCulture);
    }

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.NotEqual => "<>",
        Comparator.Less => "<",
        Comparator.LessOrEqual => "<=",
        Comparator.Greater => ">",
        _ => ">=",
    };
}
