using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Reads an update expression as DynamoDB's grammar has it, checks that its types fit, and remembers what becomes of each property, so that no index key is left behind.</summary>
internal sealed class UpdateParser(ExpressionReader reader, ExpressionScope scope)
{
    private readonly OperandParser _operands = new(reader, scope);
    private readonly List<string> _paths = [];

    public UpdateClauses Clauses { get; } = new();

    /// <exception cref="ExpressionException">The text is no update expression, or its types do not fit.</exception>
    public static UpdateClauses Parse(string text, ExpressionScope scope)
    {
        var reader = new ExpressionReader(text);
        var parser = new UpdateParser(reader, scope);
        var seen = new HashSet<string>();
        while (reader.Current.Kind != ExpressionTokenKind.End)
        {
            var word = reader.Take().Text.ToUpperInvariant();
            if (!seen.Add(word))
            {
                throw new ExpressionException($"has two {word} clauses; separate what they do by commas");
            }

            parser.Clause(word);
        }

        return seen.Count > 0 ? parser.Clauses : throw new ExpressionException("is empty");
    }

    private void Clause(string word)
    {
        do
        {
            switch (word)
            {
                case "SET":
                    Set();
                    break;
                case "REMOVE":
                    var path = Target(out var removed);
                    Clauses.Removes.Add(path.Text(scope, path.Type!));
                    Touch(removed, path, null, isRemoved: true);
                    break;
                case "ADD":
                    AddTo(Clauses.Adds, "ADD", type => type is SetValue || IsNumber(type));
                    break;
                case "DELETE":
                    AddTo(Clauses.Deletes, "DELETE", type => type is SetValue);
                    break;
                default:
                    throw new ExpressionException($"has '{word}' where SET, REMOVE, ADD or DELETE is expected");
            }
        }
        while (reader.TrySign(","));
    }

    private void Set()
    {
        var path = Target(out var root);
        reader.ExpectSign("=");
        var (text, plain) = Value(path.Type!);
        Clauses.Sets.Add($"{path.Text(scope, path.Type!)} = {text}");
        Touch(root, path, plain, isRemoved: false);
    }

    private (string Text, string? Plain) Value(ValueModel type)
    {
        var first = Term(type, out var plain);
        var sign = reader.TrySign("+") ? "+" : reader.TrySign("-") ? "-" : null;
        if (sign is null)
        {
            return (first, plain);
        }

        return IsNumber(type)
            ? ($"{first} {sign} {Term(type, out _)}", null)
            : throw new ExpressionException($"computes with {type.TypeName.Replace("global::", string.Empty)}, which is not stored as a number");
    }

    private string Term(ValueModel type, out string? plain)
    {
        plain = null;
        if (reader.IsFunction("if_not_exists"))
        {
            reader.Take();
            reader.ExpectSign("(");
            var path = _operands.Path();
            reader.ExpectSign(",");
            var otherwise = Term(type, out _);
            reader.ExpectSign(")");
            Same(path.Type!, type);
            return $"if_not_exists({path.Text(scope, path.Type!)}, {otherwise})";
        }

        if (reader.IsFunction("list_append"))
        {
            reader.Take();
            reader.ExpectSign("(");
            var first = Term(type, out _);
            reader.ExpectSign(",");
            var second = Term(type, out _);
            reader.ExpectSign(")");
            return type is ListValue ? $"list_append({first}, {second})" : throw new ExpressionException("appends to what is no list");
        }

        var operand = _operands.Operand();
        if (operand is StoredOperand stored)
        {
            Same(stored.Type!, type);
        }

        plain = (operand as ParameterOperand)?.Name;
        return operand.Text(scope, type);
    }

    private void AddTo(List<string> clauses, string name, Func<ValueModel, bool> fits)
    {
        var path = Target(out var root);
        if (!fits(Stored(path.Type!)))
        {
            throw new ExpressionException(name == "ADD" ? "adds to what is neither a number nor a set" : "deletes from what is no set");
        }

        clauses.Add($"{path.Text(scope, path.Type!)} {_operands.Operand().Text(scope, path.Type!)}");
        Touch(root, path, null, isRemoved: false);
    }

    /// <summary>A path that is updated, which must not overlap with another one.</summary>
    private StoredOperand Target(out MemberModel root)
    {
        var path = _operands.Path(out root);
        var text = path.Text(scope, path.Type!);
        if (_paths.FirstOrDefault(other => Covers(other, text) || Covers(text, other)) is not null)
        {
            throw new ExpressionException($"updates '{root.Property.TrimStart('@')}' twice");
        }

        _paths.Add(text);
        return path;
    }

    private static bool Covers(string path, string other) => other == path || (other.StartsWith(path, StringComparison.Ordinal) && other[path.Length] is '.' or '[');

    private void Touch(MemberModel root, StoredOperand path, string? plain, bool isRemoved)
    {
        var isWhole = !path.Text(scope, path.Type!).Any(letter => letter is '.' or '[');
        if (isRemoved && isWhole && root.Value is not (NullableValue or SetValue) && root.Absence == AbsenceMeaning.Error)
        {
            throw new ExpressionException($"removes '{root.Property.TrimStart('@')}', without which an item cannot be read");
        }

        Clauses.Touched[root.Property] = new TouchedProperty(isWhole ? plain : null, isWhole && isRemoved);
    }

    private static void Same(ValueModel found, ValueModel expected)
    {
        if (found.Signature != expected.Signature)
        {
            throw new ExpressionException("sets a property to one that is stored in another form");
        }
    }

    private static bool IsNumber(ValueModel type) => Stored(type) is ScalarValue { Kind: ScalarKind.Number };

    private static ValueModel Stored(ValueModel type) => type is ConvertedValue converted ? Stored(converted.Stored) : type;
}
