namespace DynamoGen.Keys;

public ref partial struct KeyBuilder
{
    private const int DecimalIntegerDigits = 29;
    private const int DecimalFractionDigits = 28;

    /// <summary>
    /// Writes an integer in a fixed width: a positive one with leading zeros, a negative one as <c>-</c> and the nine's complement of its digits, so
    /// that text sorts as numbers do.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="width">How many digits it takes, 1 to 20.</param>
    /// <exception cref="KeyException">The number has more digits, or the key gets too long.</exception>
    public void Number(long value, int width = 19)
    {
        if (value >= 0)
        {
            Number((ulong)value, width);
            return;
        }

        Take(1)[0] = (byte)'-';
        Digits(Take(width), unchecked(0UL - (ulong)value), complement: true);
    }

    /// <inheritdoc cref="Number(long, int)"/>
    public void Number(ulong value, int width = 20) => Digits(Take(width), value, complement: false);

    /// <summary>Writes a decimal exactly, with 29 digits before and 28 behind the point.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Decimal(decimal value) => Decimal(value, DecimalIntegerDigits, DecimalFractionDigits);

    /// <summary>Writes a decimal in a fixed width; negative ones as for <see cref="Number(long, int)"/>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="integerDigits">The digits before the point, 1 to 29.</param>
    /// <param name="fractionDigits">The digits behind the point, 0 to 28; without any there is no point.</param>
    /// <exception cref="KeyException">The number does not fit exactly, or the key gets too long.</exception>
    public void Decimal(decimal value, int integerDigits, int fractionDigits)
    {
        var isNegative = value < 0;
        var magnitude = Math.Abs(value);
        var whole = decimal.Truncate(magnitude);
        if (isNegative)
        {
            Take(1)[0] = (byte)'-';
        }

        Digits(Take(integerDigits), whole, isNegative);
        if (fractionDigits == 0)
        {
            if (magnitude != whole)
            {
                throw Unfit();
            }

            return;
        }

        Take(1)[0] = (byte)'.';
        Fraction(Take(fractionDigits), magnitude - whole, isNegative);
    }

    private static void Digits(Span<byte> digits, UInt128 value, bool complement)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            (value, var digit) = UInt128.DivRem(value, 10);
            digits[i] = Digit((int)digit, complement);
        }

        if (value != 0)
        {
            throw Unfit();
        }
    }

    private static void Digits(Span<byte> digits, ulong value, bool complement)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            digits[i] = Digit((int)digit, complement);
        }

        if (value != 0)
        {
            throw Unfit();
        }
    }

    private static void Digits(Span<byte> digits, decimal whole, bool complement) => Digits(digits, (UInt128)whole, complement);

    private static void Fraction(Span<byte> digits, decimal fraction, bool complement)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            fraction *= 10;
            var digit = (int)fraction;
            fraction -= digit;
            digits[i] = Digit(digit, complement);
        }

        if (fraction != 0)
        {
            throw Unfit();
        }
    }

    private static byte Digit(int digit, bool complement) => (byte)('0' + (complement ? 9 - digit : digit));

    private static KeyException Unfit() => new("A number in a key has more digits than its width; a wider format keeps keys in order.");
}
