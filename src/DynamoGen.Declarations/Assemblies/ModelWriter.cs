using System.Globalization;
using System.Text;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Assemblies;

/// <summary>
/// Writes a model as text. Every value is written as its type says: <c>~</c> for null; a text as its length, a colon and itself, or as <c>#</c> and the number
/// of the place at which it first stood; numbers with a semicolon behind them; the elements of an array behind their number; the fields of a record one after
/// another, behind its name where it is one of several.
/// </summary>
internal sealed class ModelWriter
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _texts = [];

    public static string Write<TModel>(TModel model)
    {
        var writer = new ModelWriter();
        writer.Value(model, typeof(TModel));
        return writer._text.ToString();
    }

    private void Value(object? value, Type type)
    {
        if (value is null)
        {
            _text.Append('~');
        }
        else if (type == typeof(string))
        {
            Text((string)value);
        }
        else if (type == typeof(bool))
        {
            _text.Append((bool)value ? 'T' : 'F');
        }
        else if (type == typeof(object))
        {
            Constant((IConvertible)value);
        }
        else if (ModelTypes.IsNumber(type))
        {
            Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        }
        else if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            Value(value, inner);
        }
        else if (ModelTypes.ElementOf(type) is { } element)
        {
            Elements([.. ((System.Collections.IEnumerable)value).Cast<object?>()], element);
        }
        else
        {
            Record(value, type);
        }
    }

    private void Record(object value, Type type)
    {
        if (type.IsAbstract)
        {
            Text(value.GetType().Name);
        }
        else
        {
            _text.Append('(');
        }

        foreach (var field in ModelFields.Of(value.GetType()).All)
        {
            Value(field.GetValue(value), field.PropertyType);
        }
    }

    private void Elements(object?[] elements, Type type)
    {
        Number(elements.Length);
        foreach (var element in elements)
        {
            Value(element, type);
        }
    }

    /// <summary>A constant of C#, with what it is.</summary>
    private void Constant(IConvertible value)
    {
        Number((int)value.GetTypeCode());
        Text(value switch
        {
            char letter => ((int)letter).ToString(CultureInfo.InvariantCulture),
            float single => single.ToString("G9", CultureInfo.InvariantCulture),
            double number => number.ToString("G17", CultureInfo.InvariantCulture),
            _ => value.ToString(CultureInfo.InvariantCulture),
        });
    }

    private void Number(decimal number) => _text.Append(number.ToString(CultureInfo.InvariantCulture)).Append(';');

    /// <summary>An attribute cannot hold half of a surrogate pair, so that a text with one is written as the numbers of its characters.</summary>
    private void Text(string text)
    {
        if (_texts.TryGetValue(text, out var place))
        {
            _text.Append('#').Append(place.ToString(CultureInfo.InvariantCulture)).Append(';');
            return;
        }

        _texts.Add(text, _texts.Count);
        if (WellFormedText.IsWellFormed(text))
        {
            _text.Append(text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(text);
            return;
        }

        _text.Append('!');
        Number(text.Length);
        foreach (var letter in text)
        {
            Number(letter);
        }
    }
}
