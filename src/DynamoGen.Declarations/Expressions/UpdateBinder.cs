using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Finds what a declared update means, checks that its types fit, and remembers what becomes of each property, so that no index key is left behind.
/// </summary>
internal sealed class UpdateBinder(ExpressionScope scope)
{
    private readonly OperandBinder _operands = new(scope);
    private readonly List<ItemPath> _paths = [];
    private readonly UpdateClauses _clauses = new();

    /// <exception cref="ExpressionException">The text is no update, or its types do not fit.</exception>
    public static UpdateClauses Bind(string text, ExpressionScope scope)
    {
        var syntax = ParsedExpression.OfUpdate(text, ExpressionDialect.Declared);
        if (syntax.Problem is { } problem)
        {
            throw new ExpressionException(problem.Message);
        }

        var binder = new UpdateBinder(scope);
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
        var path = Target(action.Path);
        if (keyword.IsKeyword("SET"))
        {
            _clauses.Sets.Add(new SetAction(path.Path, Term(action.Value!, path.Type)));
            Touch(path, Plain(action.Value!), isRemoved: false);
        }
        else if (keyword.IsKeyword("REMOVE"))
        {
            _clauses.Removes.Add(path.Path);
            Touch(path, null, isRemoved: true);
        }
        else
        {
            Change(keyword.IsKeyword("ADD"), path, action.Value!);
        }
    }

    private void Change(bool isAdd, BoundPath path, OperandSyntax value)
    {
        var stored = Stored(path.Type);
        if (stored is not SetValue && !(isAdd && IsNumber(stored)))
        {
            throw new ExpressionException(isAdd ? "adds to what is neither a number nor a set" : "deletes from what is no set");
        }

        (isAdd ? _clauses.Adds : _clauses.Deletes).Add(new DeltaAction(path.Path, _operands.Bind(value, path.Type)));
        Touch(path, null, isRemoved: false);
    }

    /// <summary>The parameter that a property is set to, if it is set to nothing else.</summary>
    private static ParameterSource? Plain(OperandSyntax value) =>
        value is ValueSyntax { Token: { Kind: ExpressionTokenKind.Parameter } parameter } ? new ParameterSource(parameter.Text) : null;

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

        return new OperandTerm(_operands.Bind(value, type));
    }

    private IfNotExistsTerm IfNotExists(FunctionSyntax function, ValueModel type)
    {
        if (function.Arguments.Count != 2)
        {
            throw OperandBinder.Arguments(function, 2);
        }

        var path = _operands.Path(function.Arguments[0]);
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
            ? new ListAppendTerm(Term(function.Arguments[0], type), Term(function.Arguments[1], type))
            : throw OperandBinder.Arguments(function, 2);
    }

    /// <summary>A path that is updated, which must not overlap with another one.</summary>
    private BoundPath Target(PathSyntax syntax)
    {
        var path = _operands.Path(syntax);
        if (_paths.Any(other => other.Covers(path.Path) || path.Path.Covers(other)))
        {
            throw new ExpressionException($"updates '{path.Root.Property}' twice");
        }

        _paths.Add(path.Path);
        return path;
    }

    private void Touch(BoundPath path, ValueSource? plain, bool isRemoved)
    {
        if (isRemoved && path.Last is { Value: not (NullableValue or SetValue), Absence: AbsenceMeaning.Error } needed)
        {
            throw new ExpressionException($"removes '{needed.Property}', without which an item cannot be read");
        }

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
