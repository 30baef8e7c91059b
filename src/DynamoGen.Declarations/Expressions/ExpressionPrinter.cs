namespace DynamoGen.Declarations.Expressions;

/// <summary>Writes expressions as DynamoDB takes them.</summary>
internal sealed partial class ExpressionPrinter
{
    private readonly Placeholders<string> _names = new("#");
    private readonly Placeholders<GivenKey> _keys = new("#k");
    private readonly Placeholders<RequestValue> _values = new(":");
    private readonly Func<string, string> _name;
    private readonly Func<GivenKey, string> _key;
    private readonly Func<RequestValue, string> _value;
    private readonly bool _isForPeople;
    private readonly List<GivenFilter> _filters = [];
    private string _subject = string.Empty;
    private ExpressionText _text = new();
    private ValueTest? _when;

    /// <summary>Every name and every value gets a placeholder, numbered as they come, so that neither ever stands in an expression's text.</summary>
    public ExpressionPrinter() => (_name, _key, _value) =
        (name => _names.Use(name, _when), key => _keys.Use(key, _when), value => _values.Use(value, _when, _subject));

    /// <summary>Names and values are written as a person reads them, who sends nothing.</summary>
    public ExpressionPrinter(Func<string, string> name, Func<RequestValue, string> value) =>
        (_name, _key, _value, _isForPeople) = (name, Readable, value, true);

    /// <summary>The attribute names with their placeholders <c>#0</c>, <c>#1</c>.</summary>
    public IReadOnlyList<Placeholder<string>> Names => _names.All;

    /// <summary>The keys of dictionaries that a call gives, with their placeholders <c>#k0</c>, <c>#k1</c>.</summary>
    public IReadOnlyList<Placeholder<GivenKey>> Keys => _keys.All;

    /// <summary>The values with their placeholders <c>:0</c>, <c>:1</c>.</summary>
    public IReadOnlyList<Placeholder<RequestValue>> Values => _values.All;

    /// <summary>The filters that a call gives, which have placeholders of their own.</summary>
    public IReadOnlyList<GivenFilter> Filters => _filters;

    /// <summary>The text of a condition.</summary>
    public ExpressionText Condition(Condition condition)
    {
        _text = new ExpressionText();
        Print(condition);
        return _text;
    }

    /// <summary>The text of an update.</summary>
    public ExpressionText Update(UpdateModel update)
    {
        _text = new ExpressionText();
        Clause("SET", update.Sets, action => $"{Path(action.Path)} = {Term(action.Value)}");
        Clause("REMOVE", update.Removes, action => Path(action.Path));
        Clause("ADD", update.Adds, Delta);
        Clause("DELETE", update.Deletes, Delta);
        return _text;
    }

    private void Print(Condition condition)
    {
        switch (condition)
        {
            case AllOf all:
                List(all.Conditions, " AND ", areNested: true);
                break;
            case AnyOf any:
                List(any.Conditions, " OR ", areNested: false);
                break;
            case Negation negation:
                Add("NOT ");
                Parenthesized(negation.Inner, negation.Inner is AllOf or AnyOf or Choice);
                break;
            case WhereGiven given:
                Under(given.IsGiven, () => Print(given.Inner));
                break;
            case Choice choice:
                Print(choice);
                break;
            case OneOfList oneOf:
                Print(oneOf);
                break;
            case GivenFilter given:
                Print(given);
                break;
            default:
                Add(Single(condition));
                break;
        }
    }

    /// <summary>Conditions with a keyword between those that are sent. What always is stands first.</summary>
    private void List(IEnumerable<Condition> conditions, string between, bool areNested)
    {
        var before = new List<ValueTest>();
        var isBegun = false;
        foreach (var condition in conditions.OrderBy(condition => condition.WhenSent is not null))
        {
            var sent = condition.WhenSent;
            if (isBegun)
            {
                Under(sent, () => Add(between));
            }
            else if (before.Count > 0)
            {
                Under(ValueTest.All(sent!, ValueTest.Any(before)), () => Add(between));
            }

            Nested(condition, areNested);
            isBegun |= sent is null;
            before.AddRange(sent is null ? [] : [sent]);
        }
    }

    /// <summary>
    /// A part of a list. Of an OR of which only one part is sent, nothing has to be held together, and DynamoDB refuses parentheses too many.
    /// </summary>
    private void Nested(Condition condition, bool isNested)
    {
        var inner = condition is WhereGiven given ? given.Inner : condition;
        if (isNested && inner is AnyOf any && OptionalConditions.IsOptional(any))
        {
            var several = OptionalConditions.AreSeveralSent(any.Conditions);
            Under(several, () => Add("("));
            Print(condition);
            Under(several, () => Add(")"));
        }
        else if (condition is WhereGiven outer)
        {
            Under(outer.IsGiven, () => Parenthesized(inner, isNested && inner is AnyOf or Choice));
        }
        else
        {
            Parenthesized(condition, isNested && condition is AnyOf or Choice);
        }
    }

    private void Parenthesized(Condition condition, bool isNested)
    {
        Add(isNested ? "(" : string.Empty);
        Print(condition);
        Add(isNested ? ")" : string.Empty);
    }

    /// <summary>Both conditions, of which one is sent. A person reads the one that was declared.</summary>
    private void Print(Choice choice)
    {
        if (_isForPeople)
        {
            Print(choice.Otherwise);
            return;
        }

        Under(choice.Test, () => Print(choice.Then));
        Under(choice.Test.Opposite, () => Print(choice.Otherwise));
    }

    private void Print(OneOfList oneOf)
    {
        var tested = Operand(oneOf.Tested);
        var name = Value(oneOf.Choices);
        if (_isForPeople)
        {
            Add($"{tested} IN {name}");
            return;
        }

        Add(tested + " IN (");
        _text.Add(name, oneOf.Choices, _when);
        Add(")");
    }

    private void Print(GivenFilter given)
    {
        if (_isForPeople)
        {
            Add($"{{{given.Source.Parameter}}}");
            return;
        }

        _filters.Add(given);
        Under(given.IsGiven, () => _text.Add(given, GivenFilterPart.Expression, _when));
    }

    /// <summary>Prints what is only sent where a test holds, beside those that must hold already.</summary>
    private void Under(ValueTest? test, Action print)
    {
        if (test is null || _isForPeople)
        {
            print();
            return;
        }

        var outer = _when;
        _when = outer is null ? test : ValueTest.All(outer, test);
        print();
        _when = outer;
    }

    private string Single(Condition condition) => condition switch
    {
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

    /// <summary>A clause. What is always sent stands first, so that all else follows a comma; where nothing is, what precedes decides.</summary>
    private void Clause<T>(string keyword, IEnumerable<T> actions, Func<T, string> print)
        where T : UpdateAction
    {
        var begin = _text.Parts.Count == 0 ? keyword + " " : $" {keyword} ";
        var isBegun = false;
        var before = new List<ValueTest>();
        foreach (var action in actions.OrderBy(action => action.When is not null))
        {
            if (isBegun || before.Count == 0)
            {
                _text.Add(isBegun ? ", " : begin, action.When);
            }
            else
            {
                var isPreceded = ValueTest.Any(before);
                _text.Add(", ", ValueTest.All(action.When!, isPreceded)).Add(begin, ValueTest.All(action.When!, isPreceded.Opposite));
            }

            _when = action.When;
            Add(print(action));
            isBegun |= _when is null;
            before.AddRange(_when is null ? [] : [_when]);
        }

        _when = null;
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

    private string Value(RequestValue value) => _value(value);

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
