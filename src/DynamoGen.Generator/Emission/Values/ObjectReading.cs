using System.Globalization;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the body that reads the members of one object, in any order, and builds it.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="reading">Writes the values.</param>
/// <param name="type">The object.</param>
/// <param name="places">Gives the type its places in what the reader learns.</param>
/// <param name="marks">The entity's own attributes that are checked or stepped over on the way.</param>
internal sealed class ObjectReading(SourceWriter writer, ValueReading reading, ObjectValue type, CompositeMethods places, IReadOnlyList<AttributeCase> marks)
{
    private readonly MemberLocals _locals = new(type);

    public void Emit(Action open, Action close)
    {
        foreach (var member in type.Members)
        {
            EmitLocals(member);
        }

        open();
        var cases = marks.Concat(type.StoredAttributes.Select(Case)).ToArray();
        new AttributeLoop(writer, places.TakePlaces(AttributeLoop.Places(cases.Length)), CatchAll()).Emit(cases);
        foreach (var member in type.Members.Where(member => member.Absence == AbsenceMeaning.Error))
        {
            writer.Open($"if ({(ValueTypes.IsReference(member.Value) ? $"{Local(member)} is null" : $"!{Found(member)}")})");
            writer.Line($"throw reader.Missing({Text.Literal(member.Attribute)}, {Text.Literal(TypeDescriptors.Of(member.Value))});").Close().Line();
        }

        close();
        EmitConstruction();
    }

    private void EmitLocals(MemberModel member)
    {
        if (member.IsCatchAll)
        {
            writer.Line($"global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue>? {Local(member)} = null;");
            return;
        }

        var declared = ValueTypes.CSharp(member.Value);
        var isPlainReference = ValueTypes.IsReference(member.Value) && member.Value is not NullableValue;
        writer.Line(member switch
        {
            { Default: { } own } => $"{declared} {Local(member)} = {own};",
            _ when isPlainReference => $"{declared}? {Local(member)} = null;",
            { Absence: AbsenceMeaning.Empty } => $"{declared} {Local(member)} = {ValueTypes.Empty(member.Value)};",
            _ => $"{declared} {Local(member)} = default;",
        });
        if (NeedsFound(member))
        {
            writer.Line($"var {Found(member)} = false;");
        }
    }

    /// <summary>The content of what stands in quotes is read at once; anything else from the beginning of its value.</summary>
    private AttributeCase Case(string attribute)
    {
        var members = type.Members.Where(member => member.Attribute == attribute).ToArray();
        if (members.Length == 1 && members[0].Upcasters.Count == 0
            && IsOwn(attribute, members[0]) && QuotedValue.Is(members[0].Value))
        {
            var descriptor = QuotedValue.Descriptor(members[0].Value);
            return new AttributeCase(attribute, $"{{\"{descriptor}\":\"", descriptor, () =>
            {
                EmitAssignment(members[0], reading.Content(members[0].Value));
                writer.Line("reader.EndValue();");
            });
        }

        return new AttributeCase(attribute, string.Empty, null, () => EmitAttribute(attribute));
    }

    /// <summary>Whether no older version of another member stood in the attribute.</summary>
    private bool IsOwn(string attribute, MemberModel member) =>
        type.Members.All(other => other == member || other.Upcasters.All(upcaster => upcaster.Attribute != attribute));

    /// <summary>The statement that keeps an attribute that no member stores, its name in the local <c>name</c>; null where it is stepped over.</summary>
    private string? CatchAll()
    {
        if (type.Members.FirstOrDefault(member => member.IsCatchAll) is not { } member)
        {
            return null;
        }

        return $"({Local(member)} ??= new global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue>())[reader.NameText(name)] = reader.ReadAttributeValue();";
    }

    /// <summary>An attribute belongs to one member, or, in a versioned entity, to one at a time.</summary>
    private void EmitAttribute(string attribute)
    {
        var branches = type.Members.SelectMany(Branches).Where(branch => branch.Attribute == attribute).ToArray();
        if (branches.Length == 1 && branches[0].Condition.Length == 0)
        {
            EmitAssignment(branches[0].Member, branches[0].Expression);
            return;
        }

        // The versions of one member follow each other without a gap, so that its last branch takes all the rest.
        var isComplete = branches.All(branch => branch.Member == branches[0].Member) && branches[0].Above == 0 && branches[branches.Length - 1].UpTo == int.MaxValue;
        for (var i = 0; i < branches.Length; i++)
        {
            var keyword = i == 0 ? "if" : "else if";
            writer.Open(isComplete && i == branches.Length - 1 ? "else" : $"{keyword} ({branches[i].Condition})");
            EmitAssignment(branches[i].Member, branches[i].Expression);
            writer.Close();
        }

        if (!isComplete)
        {
            writer.Open("else").Line("reader.SkipValue();").Close();
        }
    }

    private void EmitAssignment(MemberModel member, string expression)
    {
        writer.Line($"{Local(member)} = {expression};");
        if (NeedsFound(member))
        {
            writer.Line($"{Found(member)} = true;");
        }
    }

    /// <summary>For each version of a member's value: where it was stored, in which versions, and how it becomes the current one.</summary>
    private IEnumerable<Branch> Branches(MemberModel member)
    {
        var above = 0;
        for (var i = 0; i < member.Upcasters.Count; i++)
        {
            var upcaster = member.Upcasters[i];
            var expression = reading.Value(upcaster.Stored);
            for (var next = i; next < member.Upcasters.Count; next++)
            {
                expression = $"{member.Upcasters[next].Method}({expression})";
            }

            yield return new Branch(member, upcaster.Attribute, above, upcaster.From, expression);
            above = upcaster.From;
        }

        yield return new Branch(member, member.Attribute, above, int.MaxValue, reading.Value(member.Value));
    }

    /// <summary>One way in which versions above one and up to another stored a member.</summary>
    private sealed record Branch(MemberModel Member, string Attribute, int Above, int UpTo, string Expression)
    {
        public string Condition => (Above, UpTo) switch
        {
            (0, int.MaxValue) => string.Empty,
            (0, _) => $"version <= {UpTo.ToString(CultureInfo.InvariantCulture)}",
            (_, int.MaxValue) => $"version > {Above.ToString(CultureInfo.InvariantCulture)}",
            _ => $"version > {Above.ToString(CultureInfo.InvariantCulture)} && version <= {UpTo.ToString(CultureInfo.InvariantCulture)}",
        };
    }

    private void EmitConstruction()
    {
        var members = type.Members.ToDictionary(member => member.Property);
        var arguments = string.Join(", ", type.ConstructorArguments.Select(argument => Result(members[argument])));
        var later = type.Members.Where(member => member.Binding is MemberBinding.Assignment or MemberBinding.InitAccessor).ToArray();
        var start = later.Length == 0 ? "return" : "var result =";
        var initialized = type.Members.Where(member => member.Binding == MemberBinding.Initializer).ToArray();
        if (initialized.Length == 0)
        {
            writer.Line($"{start} new {type.TypeName}({arguments});");
        }
        else
        {
            writer.Open($"{start} new {type.TypeName}{(arguments.Length > 0 ? $"({arguments})" : string.Empty)}");
            foreach (var member in initialized)
            {
                writer.Line($"{member.Property} = {Result(member)},");
            }

            writer.Close(";");
        }

        foreach (var member in later)
        {
            writer.Open($"if ({Found(member)})");
            writer.Line(member.Binding == MemberBinding.Assignment
                ? $"result.{member.Property} = {Result(member)};"
                : $"{InitAccessor(member)}({(type.IsValueType ? "ref " : string.Empty)}result, {Result(member)});");
            writer.Close();
        }

        if (later.Length > 0)
        {
            writer.Line("return result;");
        }
    }

    /// <summary>The methods that set init-only properties after construction, which the language allows only in initializers.</summary>
    public static void EmitInitAccessors(SourceWriter writer, IEnumerable<ObjectValue> types)
    {
        var members = types.SelectMany(type => type.Members, (type, member) => (type, member)).Where(pair => pair.member.Binding == MemberBinding.InitAccessor);
        foreach (var (type, member) in members.GroupBy(pair => (pair.member.DeclaringType, pair.member.Property)).Select(same => same.First()))
        {
            var setter = "set_" + member.Property.TrimStart('@');
            writer.Line();
            writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = {Text.Literal(setter)})]");
            writer.Line($"private static extern void {InitAccessor(member)}({(type.IsValueType ? "ref " : string.Empty)}{member.DeclaringType} target, {ValueTypes.CSharp(member.Value)} value);");
        }
    }

    /// <summary>Types of one name get overloads.</summary>
    private static string InitAccessor(MemberModel member) =>
        $"Set{member.DeclaringType.Substring(member.DeclaringType.LastIndexOfAny(['.', ':']) + 1).TrimStart('@')}{member.Property.TrimStart('@')}";

    private string Result(MemberModel member)
    {
        var isPlainReference = ValueTypes.IsReference(member.Value) && member.Value is not NullableValue;
        return (member.Absence, isPlainReference) switch
        {
            (AbsenceMeaning.Empty, true) => $"{Local(member)} ?? {ValueTypes.Empty(member.Value)}",
            (AbsenceMeaning.Default or AbsenceMeaning.OwnDefault, true) => $"{Local(member)}!",
            _ => Local(member),
        };
    }

    private static bool NeedsFound(MemberModel member) =>
        member.Binding is MemberBinding.Assignment or MemberBinding.InitAccessor
        || (member.Absence == AbsenceMeaning.Error && !ValueTypes.IsReference(member.Value));

    private string Local(MemberModel member) => _locals.Value(member);

    private string Found(MemberModel member) => _locals.Found(member);
}
