using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the bounds of a range of sort keys of text.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="range">The range.</param>
/// <param name="local">The variable that holds a parameter.</param>
/// <param name="parts">Writes the parts of keys.</param>
internal sealed class KeyRangeEmitter(SourceWriter writer, RangeModel range, Func<string, string> local, KeyPartEmitter parts)
{
    /// <summary>Writes a bound behind what is before it in the key.</summary>
    /// <param name="key">The variable of the key.</param>
    /// <param name="isLower">Whether it is the lower bound.</param>
    /// <param name="isOpen">Whether nothing is before it in the key, which must not be empty.</param>
    public void Emit(string key, bool isLower, bool isOpen)
    {
        var bound = isLower ? range.Lower : range.Upper;
        if (range.IsBeginning)
        {
            EmitBeginning(key, bound!.Steps[0], isLower, isOpen);
        }
        else if (bound is null)
        {
            EmitEnd(key, isLower, isOpen);
        }
        else if (bound.Steps[0].Part.IsNullable)
        {
            writer.Open($"if ({local(bound.Steps[0].Parameter)} is {{ }} {key}Bound)");
            EmitStep(key, bound, 0, $"{key}Bound", isLower);
            writer.Close();
            if (!isLower || isOpen)
            {
                writer.Open("else");
                EmitEnd(key, isLower, isOpen);
                writer.Close();
            }
        }
        else
        {
            EmitStep(key, bound, 0, local(bound.Steps[0].Parameter), isLower);
        }

        if (isOpen && bound?.Steps[0].Part.Kind == KeyPartKind.Text && !range.IsBeginning)
        {
            // No key is empty, so that an empty text stands for what is below all keys.
            writer.Open($"if ({key}.Length == 0)").Line(Lowest(key)).Close();
        }
    }

    /// <summary>A part of the bound, and those that refine it.</summary>
    private void EmitStep(string key, BoundModel bound, int position, string value, bool isLower)
    {
        var step = bound.Steps[position];
        if (step.Before.Length > 0 && position > 0)
        {
            writer.Line($"{key}.Literal({Text.Utf8(step.Before)});");
        }

        writer.Line(parts.BuildBound(key, step.Part, value, isUp: isLower != bound.IsExclusive));
        if (position + 1 == bound.Steps.Count)
        {
            EmitBehind(key, step, bound.IsExclusive, isLower);
            return;
        }

        var next = bound.Steps[position + 1];
        if (!next.Part.IsNullable)
        {
            EmitStep(key, bound, position + 1, local(next.Parameter), isLower);
            return;
        }

        var finer = $"{key}Bound{Text.Number(position + 2)}";
        writer.Open($"if ({local(next.Parameter)} is {{ }} {finer})");
        EmitStep(key, bound, position + 1, finer, isLower);
        writer.Close().Open("else");
        EmitBehind(key, step, bound.IsExclusive, isLower);
        writer.Close();
    }

    /// <summary>
    /// What makes a bound take in, or leave out, every key whose part has just this value, whatever follows, and none whose text merely begins with it.
    /// </summary>
    private void EmitBehind(string key, BoundStep step, bool isExclusive, bool isLower)
    {
        if (isLower != isExclusive)
        {
            // Behind all keys with the value for an upper bound that takes them in and for a lower one that leaves them out, before them otherwise.
            if (!isLower && isExclusive && step.IsLast)
            {
                writer.Line($"{key}.Precede();");
            }

            return;
        }

        if (!step.Part.IsVariableLength)
        {
            writer.Line($"{key}.UpperBound();");
        }
        else if (step.Terminator is not null)
        {
            writer.Line($"{key}.Literal({Text.Utf8(step.Terminator)});").Line($"{key}.UpperBound();");
        }
        else if (isLower)
        {
            writer.Line(Lowest(key));
        }
    }

    private void EmitEnd(string key, bool isLower, bool isOpen)
    {
        if (!isLower)
        {
            writer.Line($"{key}.UpperBound();");
        }
        else if (isOpen)
        {
            writer.Line(Lowest(key));
        }
    }

    /// <summary>The beginning of a text, of which null and an empty one are every text's.</summary>
    private void EmitBeginning(string key, BoundStep step, bool isLower, bool isOpen)
    {
        var beginning = local(step.Parameter) + (step.Part.IsNullable ? " ?? string.Empty" : string.Empty);
        writer.Line(KeyPartEmitter.BuildBeginning(key, step.Part, beginning));
        if (!isLower)
        {
            writer.Line($"{key}.UpperBound();");
        }
        else if (isOpen)
        {
            writer.Open($"if ({key}.Length == 0)").Line(Lowest(key)).Close();
        }
    }

    /// <summary>No text sorts below U+0000, alone or behind others.</summary>
    private static string Lowest(string key) => $"{key}.Literal(\"\\0\"u8);";
}
