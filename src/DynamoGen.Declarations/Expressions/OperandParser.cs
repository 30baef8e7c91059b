using System.Globalization;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Reads what expressions compare and set: paths of attributes, parameters, literals and <c>size</c>.</summary>
internal sealed class OperandParser(ExpressionReader reader, ExpressionScope scope)
{
    private static readonly ScalarValue Number = new("int", ScalarKind.Number);

    public Operand Operand()
    {
        var token = reader.Current;
        switch (token.Kind)
        {
            case ExpressionTokenKind.Parameter:
                reader.Take();
                return new ParameterOperand(scope.Parameter(token.Text));
            case ExpressionTokenKind.Number or ExpressionTokenKind.Text:
                return new LiteralOperand(reader.Take());
            case ExpressionTokenKind.Word when reader.IsWord("true") || reader.IsWord("false"):
                return new LiteralOperand(reader.Take());
            case ExpressionTokenKind.Word when reader.IsFunction("size"):
                reader.Take();
                reader.ExpectSign("(");
                var path = Path();
                reader.ExpectSign(")");
                return new StoredOperand($"size({path.Text(scope, path.Type!)})", Number, isPath: false);
            default:
                return Path();
        }
    }

    /// <summary>A property, and perhaps properties of nested objects, keys of dictionaries and elements of lists behind it.</summary>
    public StoredOperand Path() => Path(out _);

    /// <param name="root">The property of the entity that the path begins with.</param>
    public StoredOperand Path(out MemberModel root)
    {
        root = scope.Member(Word());
        var (text, value) = (scope.Attribute(root.Attribute), Bare(root.Value));
        while (true)
        {
            if (reader.TrySign("."))
            {
                var name = Word();
                var member = value switch
                {
                    ObjectValue type => scope.Member(type, name),
                    _ => throw new ExpressionException($"goes into '{name}' of what has no properties"),
                };
                (text, value) = ($"{text}.{scope.Name(member.Attribute)}", Bare(member.Value));
            }
            else if (reader.TrySign("["))
            {
                (text, value) = Element(text, value);
                reader.ExpectSign("]");
            }
            else
            {
                return new StoredOperand(text, value, isPath: true);
            }
        }
    }

    private (string Text, ValueModel Value) Element(string text, ValueModel value)
    {
        var token = reader.Take();
        return (value, token.Kind) switch
        {
            (ListValue list, ExpressionTokenKind.Number) when int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => ($"{text}[{token.Text}]", Bare(list.Element)),
            (DictionaryValue { Key: ScalarValue { Kind: ScalarKind.String } } dictionary, ExpressionTokenKind.Text) => ($"{text}.{scope.Name(token.Text)}", Bare(dictionary.Value)),
            _ => throw new ExpressionException($"has '[{token.Text}]' behind what is neither a list (a number goes there) nor a dictionary (a text in single quotes)"),
        };
    }

    private string Word() => reader.Current.Kind == ExpressionTokenKind.Word ? reader.Take().Text : throw reader.Unexpected("a property");

    private static ValueModel Bare(ValueModel value) => value is NullableValue nullable ? nullable.Inner : value;
}
