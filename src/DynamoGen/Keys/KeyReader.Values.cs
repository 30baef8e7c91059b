using System.Numerics;
using System.Text;
using DynamoGen.Schema;

namespace DynamoGen.Keys;

/// <content>Values whose C# type decides more than their text does.</content>
public ref partial struct KeyReader
{
    /// <summary>Reads an integer of a fixed width.</summary>
    /// <typeparam name="T">Its type; what it cannot hold is no number of this key.</typeparam>
    /// <param name="width">Its digits.</param>
    /// <param name="value">The number.</param>
    public bool Number<T>(int width, out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var before = _rest;
        if (Number(width, out long number) && number >= long.CreateSaturating(T.MinValue) && number <= long.CreateSaturating(T.MaxValue))
        {
            value = T.CreateTruncating(number);
            return true;
        }

        _rest = before;
        value = default;
        return false;
    }

    /// <summary>Reads the name of an enum's member: up to the next <c>#</c>.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <typeparam name="TNames">Its names.</typeparam>
    /// <param name="value">The member.</param>
    public bool Member<TEnum, TNames>(out TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum>
    {
        value = default;
        return Text(out var name) && Find<TEnum, TNames>(name, out value);
    }

    /// <summary>Reads the name of an enum's member: all that is left.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <typeparam name="TNames">Its names.</typeparam>
    /// <param name="value">The member.</param>
    public bool FinalMember<TEnum, TNames>(out TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum>
    {
        value = default;
        return FinalText(out var name) && Find<TEnum, TNames>(name, out value);
    }

    private static bool Find<TEnum, TNames>(string name, out TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum>
    {
        var found = TNames.Find(Encoding.UTF8.GetBytes(name));
        value = found.GetValueOrDefault();
        return found.HasValue;
    }
}
