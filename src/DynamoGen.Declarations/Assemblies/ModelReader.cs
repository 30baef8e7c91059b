using System.Globalization;

namespace DynamoGen.Declarations.Assemblies;

/// <summary>Reads what <see cref="ModelWriter"/> writes.</summary>
internal sealed class ModelReader
{
    private readonly string _text;
    private readonly List<string> _texts = [];
    private int _position;

    private ModelReader(string text) => _text = text;

    public static TModel Read<TModel>(string text) => (TModel)new ModelReader(text).Value(typeof(TModel))!;

    private object? Value(Type type)
    {
        if (_text[_position] == '~')
        {
            _position++;
            return null;
        }

        if (type == typeof(string))
        {
            return Text();
        }

        if (type == typeof(bool))
        {
            return _text[_position++] == 'T';
        }

        if (type == typeof(object))
        {
            return Constant();
        }

        if (ModelTypes.IsNumber(type))
        {
            return Number(type);
        }

        return Nullable.GetUnderlyingType(type) is { } inner ? Value(inner)
            : ModelTypes.ElementOf(type) is { } element ? Elements(type, element)
            : Record(type);
    }

    private object Record(Type type)
    {
        if (type.IsAbstract)
        {
            var name = Text();
            type = ModelTypes.RecordsOf(type).First(record => record.Name == name);
        }
        else
        {
            _position++;
        }

        return ModelFields.Of(type).Create(Value);
    }

    private object Elements(Type type, Type element)
    {
        var elements = Array.CreateInstance(element, (int)Number());
        for (var i = 0; i < elements.Length; i++)
        {
            elements.SetValue(Value(element), i);
        }

        return Activator.CreateInstance(type, elements)!;
    }

    private object Constant()
    {
        var code = (TypeCode)(int)Number();
        var text = Text();
        return code == TypeCode.Char
            ? (char)int.Parse(text, CultureInfo.InvariantCulture)
            : Convert.ChangeType(text, code, CultureInfo.InvariantCulture);
    }

    private object Number(Type type) => type.IsEnum ? Enum.ToObject(type, (int)Number()) : Convert.ChangeType(Number(), type, CultureInfo.InvariantCulture);

    private decimal Number() => decimal.Parse(Until(';'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private string Text()
    {
        if (_text[_position] == '#')
        {
            _position++;
            return _texts[(int)Number()];
        }

        _texts.Add(NewText());
        return _texts[_texts.Count - 1];
    }

    private string NewText()
    {
        if (_text[_position] == '!')
        {
            _position++;
            var letters = new char[(int)Number()];
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)(int)Number();
            }

            return new string(letters);
        }

        var length = int.Parse(Until(':'), CultureInfo.InvariantCulture);
        _position += length;
        return _text.Substring(_position - length, length);
    }

    private string Until(char end)
    {
        var start = _position;
        _position = _text.IndexOf(end, start) + 1;
        return _text.Substring(start, _position - 1 - start);
    }
}
