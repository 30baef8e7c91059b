namespace DynamoGen.Keys;

public ref partial struct KeyReader
{
    /// <summary>Reads an integer of a fixed width.</summary>
    /// <param name="width">Its digits.</param>
    /// <param name="value">The number.</param>
    public bool Number(int width, out long value)
    {
        value = 0;
        var before = _rest;
        var isNegative = Literal("-");
        if (!Digits(width, isNegative, out var magnitude)
            || magnitude > (isNegative ? (UInt128)long.MaxValue + 1 : (UInt128)long.MaxValue)
            || (isNegative && magnitude == 0))
        {
            _rest = before;
            return false;
        }

        value = unchecked(isNegative ? -(long)magnitude : (long)magnitude);
        return true;
    }

    /// <inheritdoc cref="Number(int, out long)"/>
    public bool Number(int width, out ulong value)
    {
        var before = _rest;
        var found = Digits(width, complement: false, out var magnitude) && magnitude <= ulong.MaxValue;
        value = found ? (ulong)magnitude : 0;
        _rest = found ? _rest : before;
        return found;
    }

    /// <summary>Reads a decimal of 29 and 28 digits.</summary>
    /// <param name="value">The number.</param>
    public bool Decimal(out decimal value) => Decimal(29, 28, out value);

    /// <summary>Reads a decimal of a fixed width.</summary>
    /// <param name="integerDigits">The digits before the point.</param>
    /// <param name="fractionDigits">The digits behind the point; without any there is no point.</param>
    /// <param name="value">The number.</param>
    public bool Decimal(int integerDigits, int fractionDigits, out decimal value)
    {
        value = 0;
        var before = _rest;
        var isNegative = Literal("-");
        UInt128 fraction = 0;
        var found = Digits(integerDigits, isNegative, out var whole)
            && (fractionDigits == 0 || (Literal(".") && Digits(fractionDigits, isNegative, out fraction)))
            && Combine(whole, fraction, fractionDigits, out value)
            && !(isNegative && value == 0);
        value = isNegative ? -value : value;
        _rest = found ? _rest : before;
        return found;
    }

    private bool Digits(int width, bool complement, out UInt128 value)
    {
        value = 0;
        if (_rest.Length < width)
        {
            return false;
        }

        foreach (var c in _rest[..width])
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            value = (value * 10) + (uint)(complement ? '9' - c : c - '0');
        }

        return Skip(width);
    }

    /// <summary>Puts a number together if a decimal can hold all of its digits.</summary>
    private static bool Combine(UInt128 whole, UInt128 fraction, int fractionDigits, out decimal value)
    {
        value = 0;
        var scale = fractionDigits;
        while (scale > 0 && fraction % 10 == 0)
        {
            fraction /= 10;
            scale--;
        }

        var most = (UInt128)decimal.MaxValue;
        var power = UInt128.One;
        for (var i = 0; i < scale; i++)
        {
            power *= 10;
        }

        if (whole > most || (whole != 0 && power > most / whole) || (whole * power) + fraction > most)
        {
            return false;
        }

        var digits = (whole * power) + fraction;
        value = new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), isNegative: false, (byte)scale);
        return true;
    }
}
