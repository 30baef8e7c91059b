using System.Globalization;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Finds what the operands of an expression mean: properties of the entity, the method's parameters, and literals, which take the type
/// of what they are compared with.
/// </summary>
/// <param name="scope">What the expression can name.</param>
/// <param name="isOptional">Whether a parameter may be null, as it may where what compares with it is then left out.</param>
internal sealed class OperandBinder(ExpressionScope scope, bool isOptional = false)
{
    private static readonly ScalarValue Size = new(ScalarKind.Int32);

    private readonly List<ValueTest> _given = [];

    /// <summary>How an operand is stored, or null for a value, which has no type of its own.</summary>
    /// <exception cref="ExpressionException">A path leads nowhere.</exception>
    public ValueModel? TypeOf(OperandSyntax operand) => operand switch
    {
        PathSyntax path when !IsLiteral(path) => Path(path).OfOwnType().Type,
        FunctionSyntax function when IsFunction(function, "size") => Size,
        _ => null,
    };

    /// <summary>What an operand looks at, or null for a value.</summary>
    /// <exception cref="ExpressionException">A path leads nowhere.</exception>
    public TestedPath? Tested(OperandSyntax operand) => operand switch
    {
        PathSyntax path when !IsLiteral(path) => new TestedPath(Path(path), IsSize: false),
        FunctionSyntax function when IsFunction(function, "size") => new TestedPath(Argument(function).OfElements(), IsSize: true),
        _ => null,
    };

    /// <summary>An operand, as a value of a type where it is one.</summary>
    /// <exception cref="ExpressionException">The operand does not fit.</exception>
    public Operand Bind(OperandSyntax operand, ValueModel type)
    {
        switch (operand)
        {
            case PathSyntax path when IsLiteral(path):
                return new ValueOperand(Literals.Of(path.Attribute, type));
            case PathSyntax path:
                return new PathOperand(Path(path).Path);
            case ValueSyntax { Token: { Kind: ExpressionTokenKind.Parameter } parameter }:
                return Parameter(parameter.Text, type);
            case ValueSyntax value:
                return new ValueOperand(Literals.Of(value.Token, type));
            case FunctionSyntax function when IsFunction(function, "size"):
                return new SizeOperand(Argument(function).Path);
            case FunctionSyntax function:
                throw new ExpressionException($"has '{function.Name.Text}' where a property is expected");
            default:
                throw new ExpressionException("computes where only a property or a value can stand");
        }
    }

    /// <summary>That no parameter is null of those that were bound since this was asked last; null where none of them may be.</summary>
    public ValueTest? TakeGiven()
    {
        var given = _given.Count == 0 ? null : ValueTest.All([.. _given]);
        _given.Clear();
        return given;
    }

    /// <summary>Whether an operand is a parameter that may be null.</summary>
    public bool MayBeNull(OperandSyntax operand) => operand is ValueSyntax { Token: { Kind: ExpressionTokenKind.Parameter } parameter }
        && PatternParameters.IsNullable(scope.OptionalParameter(parameter.Text));

    /// <summary>The values of the only candidate behind IN, where it is a parameter that holds several; null otherwise.</summary>
    /// <exception cref="ExpressionException">The values are of another type.</exception>
    public ListedValues? Listed(IReadOnlyList<OperandSyntax> candidates, ValueModel type) =>
        candidates.Count == 1
        && candidates[0] is ValueSyntax { Token: { Kind: ExpressionTokenKind.Parameter } parameter }
        && TypedValues.Listed(scope.OptionalParameter(parameter.Text), type) is { } listed
            ? Noted(listed, listed.Source)
            : null;

    /// <summary>The only argument of a function, which is a path.</summary>
    /// <exception cref="ExpressionException">It is none, or leads nowhere.</exception>
    public BoundPath Argument(FunctionSyntax function) => function.Arguments.Count == 1 ? Path(function.Arguments[0]) : throw Arguments(function, 1);

    /// <summary>
    /// Whether a function is the one of a name. DynamoDB takes names of functions in lower case only; that is how they are printed, however they were
    /// written.
    /// </summary>
    public static bool IsFunction(FunctionSyntax function, string name) => string.Equals(function.Name.Text, name, StringComparison.OrdinalIgnoreCase);

    public static ExpressionException Arguments(FunctionSyntax function, int count) =>
        new($"gives {function.Name.Text} {function.Arguments.Count.ToString(CultureInfo.InvariantCulture)} arguments, "
            + $"which takes {count.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A property, and perhaps properties of nested objects, keys of dictionaries and elements of lists behind it.</summary>
    /// <exception cref="ExpressionException">It is no path, or leads nowhere.</exception>
    public BoundPath Path(OperandSyntax operand)
    {
        if (operand is not PathSyntax path)
        {
            throw new ExpressionException(operand is ValueSyntax value
                ? $"has '{value.Token.Text}' where a property is expected"
                : "has a function where a property is expected");
        }

        var root = scope.Member(path.Attribute.Text);
        if (root.Value is RegionalValue)
        {
            throw RegionalUpdate.Misused(root);
        }

        scope.See(root.Attribute);
        var bound = new BoundPath(ItemPath.Of(root.Attribute), root.Value.WithoutNull, root, root, PathAbsence.Never.Then(root));
        return path.Steps.Skip(1).Aggregate(bound, Step);
    }

    /// <summary>The property that a path leads to, where regions have parts of it; null for anything else.</summary>
    public MemberModel? Regional(PathSyntax path) =>
        path.IsWholeAttribute && scope.Member(path.Attribute.Text) is { Value: RegionalValue } regional ? regional : null;

    /// <summary>The paths that a path goes through, the outermost first.</summary>
    /// <exception cref="ExpressionException">It leads nowhere.</exception>
    public IEnumerable<BoundPath> Parents(PathSyntax path) =>
        Enumerable.Range(1, path.Steps.Count - 1).Select(count => Path(new PathSyntax([.. path.Steps.Take(count)])));

    /// <summary>What a part of a key is stored as.</summary>
    /// <exception cref="ExpressionException">It is not stored.</exception>
    public BoundPath Path(KeyPart part)
    {
        var names = part.PathText.Split('.');
        var root = scope.Member(names[0]);
        var bound = new BoundPath(ItemPath.Of(root.Attribute), root.Value.WithoutNull, root, root, PathAbsence.Never.Then(root));
        return names.Skip(1).Aggregate(bound, (path, name) => Member(path, scope.Member((ObjectValue)path.Type, name)));
    }

    private BoundPath Step(BoundPath path, ExpressionToken step) => (step.Kind, path.OfOwnType().Type) switch
    {
        (ExpressionTokenKind.Word, ObjectValue type) => Member(path, scope.Member(type, step.Text)),
        (ExpressionTokenKind.Word, UnionValue { Cases.Count: > 0 } union) => UnionMembers.Step(path, union, step.Text),
        (ExpressionTokenKind.Word, TupleValue tuple) => Element(path, tuple, step.Text),
        (ExpressionTokenKind.Word, _) => throw new ExpressionException($"goes into '{step.Text}' of what has no properties"),
        (ExpressionTokenKind.Number, ListValue list) when int.TryParse(step.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) =>
            Inside(path, new PathStep(null, position), list.Element),
        (ExpressionTokenKind.Parameter, DictionaryValue dictionary) => Inside(path, GivenStep(step.Text, dictionary.Key), dictionary.Value),
        (ExpressionTokenKind.Parameter, ListValue list) => Inside(path, PositionStep(step.Text), list.Element),
        (ExpressionTokenKind.Parameter, _) => throw new ExpressionException($"has '[{{{step.Text}}}]' behind what is neither a list nor a dictionary"),
        (_, DictionaryValue dictionary) => Inside(path, new PathStep(DictionaryKeys.Stored(step, dictionary.Key)), dictionary.Value),
        _ => throw new ExpressionException(
            $"has '[{step.Text}]' behind what is neither a list (a number goes there) nor a dictionary (a text in single quotes)"),
    };

    private PathStep GivenStep(string name, ValueModel key)
    {
        var parameter = scope.Parameter(name);
        var given = parameter.Type.PlainName();
        return given == key.TypeName
            ? new PathStep(null) { Given = new GivenKey(key, new ParameterSource(name)) }
            : throw new ExpressionException(
                $"has '[{{{name}}}]' behind a dictionary of {TypeNames.Readable(key.TypeName)}, which is {TypeNames.Readable(given)}");
    }

    private PathStep PositionStep(string name)
    {
        var type = scope.Parameter(name).Type;
        return type.SpecialType == Microsoft.CodeAnalysis.SpecialType.System_Int32
            ? new PathStep(null) { GivenPosition = new ParameterSource(name) }
            : throw new ExpressionException($"has '[{{{name}}}]' behind a list, whose position is an int, and not {TypeNames.Readable(type.PlainName())}");
    }

    private static BoundPath Member(BoundPath path, MemberModel member) => path with
    {
        Path = path.Path.Then(new PathStep(member.Attribute)),
        Type = member.Value.WithoutNull,
        Last = member,
        Absence = path.Absence.Then(member),
    };

    /// <summary>An element of a tuple, which has all of them, by its name or its number.</summary>
    private static BoundPath Element(BoundPath path, TupleValue tuple, string name)
    {
        var position = tuple.PositionOf(name);
        if (position < 0)
        {
            throw new ExpressionException($"names '{name}' of a tuple, whose elements are {string.Join(", ", tuple.Names)}");
        }

        var element = tuple.Elements[position];
        var absence = element is NullableValue ? PathAbsence.Null : path.Absence;
        return path with { Path = path.Path.Then(new PathStep(null, position)), Type = element.WithoutNull, Last = null, Absence = absence };
    }

    private static BoundPath Inside(BoundPath path, PathStep step, ValueModel type) =>
        path with { Path = path.Path.Then(step), Type = type.WithoutNull, Last = null, Absence = PathAbsence.Null };

    private ValueOperand Parameter(string name, ValueModel type)
    {
        if (name.IndexOf('.') is > 0 and var dot)
        {
            return TypedValues.OfProperty(scope.Entity(name.Substring(0, dot).Trim()), scope.Member(name.Substring(dot + 1).Trim()), type);
        }

        var operand = TypedValues.Of(isOptional ? scope.OptionalParameter(name) : scope.Parameter(name), type);
        return Noted(operand, ((TypedValue)operand.Value).Source);
    }

    /// <summary>Remembers that a value may be null.</summary>
    private T Noted<T>(T value, ValueSource source)
    {
        if (source is GivenSource given)
        {
            _given.Add(new NoTest(new NullTest(new ParameterSource(given.Parameter))));
        }

        return value;
    }

    /// <summary>Whether a word is a literal rather than a property.</summary>
    private static bool IsLiteral(PathSyntax path) => path.IsWholeAttribute && (path.Attribute.IsKeyword("true") || path.Attribute.IsKeyword("false"));
}

/// <summary>A path whose meaning is known.</summary>
/// <param name="Path">The path.</param>
/// <param name="Type">How what it leads to is stored.</param>
/// <param name="Root">The property of the entity that it begins with.</param>
/// <param name="Last">The property that it leads to, or null where that is an element.</param>
/// <param name="Absence">What it means that an item has nothing there.</param>
internal sealed record BoundPath(ItemPath Path, ValueModel Type, MemberModel Root, MemberModel? Last, PathAbsence Absence)
{
    /// <summary>The property on the way that only some of the types have that a value may be of; null where all have each of them.</summary>
    public string? OfSomeTypes { get; init; }
}
