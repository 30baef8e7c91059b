using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Finds what a declared update means, checks that its types fit, and remembers what becomes of each property, so that no index key is left behind.
/// </summary>
/// <param name="scope">What the update can name.</param>
/// <param name="demanded">The conditions under which the update is done.</param>
/// <param name="creates">Whether there may be no item yet, so that none of its attributes is there.</param>
internal sealed class UpdateBinder(ExpressionScope scope, IReadOnlyCollection<Condition> demanded, bool creates)
{
    private readonly OperandBinder _operands = new(scope);
    private readonly List<ItemPath> _paths = [];
    private readonly UpdateClauses _clauses = new();

    /// <exception cref="ExpressionException">The text is no update, or its types do not fit.</exception>
    public static UpdateClauses Bind(string text, ExpressionScope scope, IReadOnlyCollection<Condition> demanded, bool creates)
    {
        var syntax = ParsedExpression.OfUpdate(text, ExpressionDialect.Declared);
        if (syntax.Problem is { } problem)
        {
            throw new ExpressionException(problem.Message);
        }

        var binder = new UpdateBinder(scope, demanded, creates);
        foreach (var clause in syntax.Update!.Clauses)
        {
            foreach (var action in clause.Actions)
            {
                binder.Add(clause.Keyword, action);
            }
        }

        return binder._clauses;
    }

    private void Add(ExpressionToken keyword, ActionSyntax action)
    {
        if (scope.Downcast(action.Path.Attribute.Text) is { } downcast && IsDone(keyword, action, downcast))
        {
            return;
        }

        if (_operands.Regional(action.Path) is { } regional)
        {
            Claim(RegionalUpdate.PathOf(regional), regional);
            RegionalUpdate.Add(_clauses, _operands, keyword, regional, action.Value);
            return;
        }

        var path = _operands.Path(action.Path);
        var isRemoved = keyword.IsKeyword("REMOVE");
        if (isRemoved && path.Last is { Value: not (NullableValue or SetValue), Absence: AbsenceMeaning.Error } needed)
        {
            throw new ExpressionException($"removes '{needed.Property}', without which an item cannot be read");
        }

        Claim(path, action.Path);
        if (keyword.IsKeyword("SET"))
        {
            Set(path, action.Value!);
            Touch(path, action.Path, Plain(action.Value!, path.Type), isRemoved: false);
        }
        else if (isRemoved)
        {
            _clauses.Removes.Add(new RemoveAction(path.Path));
            Touch(path, action.Path, null, isRemoved: true);
        }
        else
        {
            Change(keyword.IsKeyword("ADD"), path, action);
        }
    }

    /// <summary>Sets what is made of a property; whether that is all, because items do not hold the property itself.</summary>
    private bool IsDone(ExpressionToken keyword, ActionSyntax action, WrittenMember downcast)
    {
        var whole = scope.Whole(downcast.Property);
        foreach (var attribute in DowncastUpdate.Add(_clauses, _operands, keyword, downcast, whole, action))
        {
            Claim(ItemPath.Of(attribute), whole.Member);
        }

        return downcast.Attribute is null;
    }

    /// <summary>A set that is set to an empty one is removed, since DynamoDB has none.</summary>
    private void Set(BoundPath path, OperandSyntax value)
    {
        var term = Term(value, path.Type);
        var isEmpty = IsEmpty(path.Type, term);
        _clauses.Sets.Add(new SetAction(path.Path, term, isEmpty?.Opposite));
        if (isEmpty is not null && term is OperandTerm)
        {
            _clauses.Removes.Add(new RemoveAction(path.Path, isEmpty));
        }
    }

    /// <summary>Whether the set that a parameter of a term gives is empty; null where there is no such parameter.</summary>
    private static DefaultComparison? IsEmpty(ValueModel type, UpdateTerm term) => (Stored(type), term) switch
    {
        (SetValue, OperandTerm { Operand: ValueOperand { Value: TypedValue given } }) => new DefaultComparison(Comparator.Equal, given),
        (SetValue, IfNotExistsTerm ifNotExists) => IsEmpty(type, ifNotExists.Otherwise),
        _ => null,
    };

    private void Change(bool isAdd, BoundPath path, ActionSyntax action)
    {
        var stored = Stored(path.OfOwnType().Type);
        RefuseStoredNull(path);
        if (stored is not SetValue && !(isAdd && IsNumber(stored)))
        {
            throw new ExpressionException(isAdd ? "adds to what is neither a number nor a set" : "deletes from what is no set");
        }

        var operand = _operands.Bind(action.Value!, path.Type);
        var isEmpty = IsEmpty(path.Type, new OperandTerm(operand));
        (isAdd ? _clauses.Adds : _clauses.Deletes).Add(new DeltaAction(path.Path, operand, isEmpty?.Opposite));
        Touch(path, action.Path, null, isRemoved: false);
    }

    /// <summary>The parameter or the literal that a property is set to, if it is set to nothing else.</summary>
    private static ValueSource? Plain(OperandSyntax value, ValueModel type) => value is not ValueSyntax { Token: var token } ? null
        : token.Kind == ExpressionTokenKind.Parameter ? new ParameterSource(token.Text)
        : Literals.Expression(token, type) is { } literal ? new LiteralSource(literal)
        : null;

    private UpdateTerm Term(OperandSyntax value, ValueModel type)
    {
        switch (value)
        {
            case SumSyntax sum when !IsNumber(Stored(type)):
                throw new ExpressionException($"computes with {TypeNames.Readable(type.TypeName)}, which is not stored as a number");
            case SumSyntax sum:
                var addends = sum.Addends.Select(addend => new Addend(addend.Sign.IsSymbol("-"), Term(addend.Operand, type)));
                return new SumTerm(Term(sum.First, type), new EquatableArray<Addend>(addends));
            case FunctionSyntax function when OperandBinder.IsFunction(function, "if_not_exists"):
                return IfNotExists(function, type);
            case FunctionSyntax function when OperandBinder.IsFunction(function, "list_append"):
                return ListAppend(function, type);
        }

        if (_operands.TypeOf(value) is { } stored)
        {
            Same(stored, type);
        }

        var operand = new OperandTerm(_operands.Bind(value, type));
        return value is PathSyntax path && _operands.Tested(value) is { } tested ? Present(path, tested.Path, operand) : operand;
    }

    /// <summary>A property that an update reads, or its default where it is absent; DynamoDB reads nothing that is not there.</summary>
    private UpdateTerm Present(PathSyntax syntax, BoundPath path, OperandTerm operand)
    {
        RefuseAbsentParent(syntax);
        RefuseStoredNull(path);
        if (path.Last is not { } last || IsDemanded(path.Path))
        {
            return operand;
        }

        var absence = PathAbsence.Never.Then(last);
        var isDefault = absence == PathAbsence.Default || (absence == PathAbsence.Never && last.Absence is AbsenceMeaning.Default or AbsenceMeaning.Empty);
        if (isDefault && DefaultValues.Literal(path.Type) is { } literal)
        {
            return new IfNotExistsTerm(path.Path, new OperandTerm(new ValueOperand(literal)));
        }

        return absence == PathAbsence.Never && creates
            ? throw new ExpressionException($"reads '{last.Property}', which a new item does not have; "
                + $"write if_not_exists({syntax.TextOf(syntax.Steps.Count)}, …){(IsNumber(path.Type) ? ", or ADD to it" : string.Empty)}")
            : absence == PathAbsence.Never
            ? operand
            : throw new ExpressionException($"reads '{last.Property}', which may be absent; write if_not_exists({syntax.TextOf(syntax.Steps.Count)}, …), "
                + $"or demand attribute_exists({syntax.TextOf(syntax.Steps.Count)})");
    }

    /// <summary>DynamoDB refuses a path whose beginning an item does not have.</summary>
    private void RefuseAbsentParent(PathSyntax syntax)
    {
        if (_operands.Path(syntax) is { OfSomeTypes: { } property, Root: var whole })
        {
            throw new ExpressionException($"goes into '{property}', which not all types have that '{whole.Property}' may be of; set the whole of it");
        }

        if (creates && _operands.Parents(syntax).FirstOrDefault() is { } outer)
        {
            throw new ExpressionException($"goes into '{outer.Root.Property}', which a new item does not have; set the whole of it");
        }

        var absent = _operands.Parents(syntax).FirstOrDefault(parent =>
            parent.Last is { } member
            && PathAbsence.Never.Then(member) != PathAbsence.Never
            && !(member.WritesNull ? IsTyped(parent.Path) : IsDemanded(parent.Path)));
        if (absent is not null)
        {
            var written = syntax.TextOf(absent.Path.Steps.Count);
            throw new ExpressionException(absent.Last!.WritesNull
                ? $"goes into '{absent.Last.Property}', which may be NULL; "
                    + $"demand attribute_type({written}, '{TypeDescriptors.Of(absent.Type)}'), or set the whole of it"
                : $"goes into '{absent.Last.Property}', which may be absent; demand attribute_exists({written}), or set the whole of it");
        }
    }

    /// <summary>DynamoDB neither adds to NULL nor computes with it, and takes it for an attribute that is there.</summary>
    private void RefuseStoredNull(BoundPath path)
    {
        if (path.Last is { WritesNull: true } last && !IsTyped(path.Path))
        {
            throw new ExpressionException($"computes with '{last.Property}', which may be NULL, because null is stored where a property has an initial value; "
                + "set it, or demand its type by attribute_type");
        }
    }

    private bool IsDemanded(ItemPath path) => demanded.Any(condition => condition.Proves(path));

    /// <summary>Whether the item surely has more than NULL at a path.</summary>
    private bool IsTyped(ItemPath path) => demanded.Any(condition => condition is not Existence && condition.Proves(path));

    private IfNotExistsTerm IfNotExists(FunctionSyntax function, ValueModel type)
    {
        if (function.Arguments.Count != 2)
        {
            throw OperandBinder.Arguments(function, 2);
        }

        var path = _operands.Path(function.Arguments[0]).OfOwnType();
        Same(path.Type, type);
        return new IfNotExistsTerm(path.Path, Term(function.Arguments[1], type));
    }

    private ListAppendTerm ListAppend(FunctionSyntax function, ValueModel type)
    {
        if (type is not ListValue)
        {
            throw new ExpressionException("appends to what is no list");
        }

        return function.Arguments.Count == 2
            ? new ListAppendTerm(Appended(function.Arguments[0], type), Appended(function.Arguments[1], type))
            : throw OperandBinder.Arguments(function, 2);
    }

    /// <summary>A list that is appended to or appended; where it may be absent, it is an empty one.</summary>
    private UpdateTerm Appended(OperandSyntax value, ValueModel type)
    {
        if (value is not PathSyntax)
        {
            return Term(value, type);
        }

        var path = _operands.Path(value).OfOwnType();
        Same(path.Type, type);
        RefuseAbsentParent((PathSyntax)value);
        RefuseStoredNull(path);
        var operand = new OperandTerm(new PathOperand(path.Path));
        return IsDemanded(path.Path) || (!creates && path.Last is { OmitsDefault: false, Value: not NullableValue, Absence: AbsenceMeaning.Error })
            ? operand
            : new IfNotExistsTerm(path.Path, new OperandTerm(new ValueOperand(DefaultValues.Literal(type)!)));
    }

    /// <summary>Remembers a path that is updated, which must not overlap with another one.</summary>
    private void Claim(BoundPath path, PathSyntax syntax)
    {
        Claim(path.Path, path.Root);
        RefuseAbsentParent(syntax);
    }

    private void Claim(ItemPath path, MemberModel root)
    {
        if (_paths.Any(other => other.MayOverlap(path)))
        {
            throw new ExpressionException($"updates '{root.Property}' twice");
        }

        _paths.Add(path);
    }

    private void Touch(BoundPath path, PathSyntax syntax, ValueSource? plain, bool isRemoved)
    {
        _clauses.Named[syntax.TextOf(syntax.Steps.Count)] = new TouchedProperty(plain, isRemoved);
        var isWhole = path.Path.IsWhole;
        _clauses.Touched[path.Root.Property] = new TouchedProperty(isWhole ? plain : null, isWhole && isRemoved);
    }

    private static void Same(ValueModel found, ValueModel expected)
    {
        if (found.Signature != expected.Signature)
        {
            throw new ExpressionException("sets a property to one that is stored in another form");
        }
    }

    private static bool IsNumber(ValueModel type) => Stored(type) is ScalarValue { IsNumber: true };

    private static ValueModel Stored(ValueModel type) => type is ConvertedValue converted ? Stored(converted.Stored) : type;
}
