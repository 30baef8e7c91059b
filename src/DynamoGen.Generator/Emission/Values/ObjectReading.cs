using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the body that reads the members of one object, in any order, and builds it.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="codecs">Names the codecs of the values.</param>
/// <param name="type">The object.</param>
/// <param name="layout">Where the object's attributes are numbered.</param>
/// <param name="marks">The entity's own attributes that are checked or stepped over on the way.</param>
internal sealed class ObjectReading(SourceWriter writer, CodecTypes codecs, ObjectValue type, AttributeLayout layout, IReadOnlyList<AttributeCase> marks)
{
    private readonly MemberLocals _locals = new(type);
    private readonly ValueReading _reading = new(codecs);
    private readonly Merge[] _merges = [.. Merge.Of(type)];
    private AttributeCase[] _cases = [];

    /// <summary>Writes the body, and returns the attributes in the order of their numbers.</summary>
    public IReadOnlyList<AttributeCase> Emit(Action open, Action close)
    {
        foreach (var member in type.Members.Concat(_merges.SelectMany(merge => merge.Parameters)))
        {
            EmitLocal(member);
        }

        open();
        _cases = [.. marks, .. type.ReadAttributes.Select(Case)];
        var tracksFound = _cases.Any(single => single.IsRequired) || type.Members.Any(member => IsSetLater(member) && HasOwnAttribute(member));
        new AttributeLoop(writer, layout.Table, layout.FirstPlace, CatchAll()).Emit(_cases, tracksFound);
        if (_cases.Any(single => single.IsRequired))
        {
            writer.Line($"reader.ThrowIfMissing({layout.Table}, found);");
        }

        EmitMissing();
        close();
        foreach (var merge in _merges)
        {
            writer.Open($"if ({merge.Condition})");
            writer.Line($"{_locals.Value(merge.Member)} = {merge.Value(Result)};").Line("reader.EndAccessors();").Close().Line();
        }

        EmitConstruction();
        return _cases;
    }

    /// <summary>What is made of several attributes is there as soon as those of them are without which it cannot be made.</summary>
    private void EmitMissing()
    {
        foreach (var merge in _merges)
        {
            var required = merge.Parameters.Where(parameter => parameter.Absence == AbsenceMeaning.Error).ToArray();
            if (required.Length > 0 || NeedsFlag(merge.Member))
            {
                writer.Open($"if ({merge.Condition})");
                foreach (var parameter in required)
                {
                    EmitMissing(parameter);
                }

                if (NeedsFlag(merge.Member))
                {
                    writer.Line($"{_locals.Found(merge.Member)} = true;");
                }

                writer.Close().Line();
            }
        }

        foreach (var member in type.Members.Where(member => member.Absence == AbsenceMeaning.Error && !HasOwnAttribute(member)))
        {
            EmitMissing(member);
        }
    }

    private void EmitMissing(MemberModel member)
    {
        writer.Open($"if (!{_locals.Found(member)})");
        writer.Line($"throw reader.Missing({Text.Literal(member.Attribute)}, {Text.Literal(TypeDescriptors.Of(member.Value))});").Close().Line();
    }

    private void EmitLocal(MemberModel member)
    {
        var local = _locals.Value(member);
        if (member.IsCatchAll)
        {
            writer.Line($"{Names.AttributeMap}? {local} = null;");
            return;
        }

        var declared = ValueTypes.CSharp(member.Value);
        var isPlainReference = member.Value.IsReference && member.Value is not NullableValue;
        writer.Line(member switch
        {
            { Default: { } own } => $"{declared} {local} = {Defaults.Expression(own)};",
            { Absence: AbsenceMeaning.Empty } when isPlainReference => $"{declared}? {local} = null;",
            { Absence: AbsenceMeaning.Empty } => $"{declared} {local} = {ValueTypes.Empty(member.Value)};",
            _ when isPlainReference => $"{declared} {local} = null!;",
            _ => $"{declared} {local} = default;",
        });
        if (NeedsFlag(member))
        {
            writer.Line($"var {_locals.Found(member)} = false;");
        }
    }

    /// <summary>The content of what stands in quotes is read at once; anything else from the beginning of its value.</summary>
    private AttributeCase Case(string attribute)
    {
        if (type.Members.FirstOrDefault(member => member.Value is RegionalValue && member.Attributes.Contains(attribute)) is { } regional)
        {
            return Part(regional, attribute);
        }

        var member = type.Members.FirstOrDefault(member => member.Attribute == attribute && HasOwnAttribute(member));
        if (member is null)
        {
            return new AttributeCase(attribute, string.Empty, null, () => EmitVersions(attribute));
        }

        var isRequired = member.Absence == AbsenceMeaning.Error;
        var descriptor = TypeDescriptors.Of(member.Value);
        var bare = member.Value.WithoutNull;
        return QuotedValue.Is(bare) && member is { WritesNull: false, AlsoReads: AttributeTypes.None }
            ? new AttributeCase(attribute, $"{{\"{descriptor}\":\"", descriptor, () => EmitAssignment(member, _reading.Rest(bare)))
            {
                MayBeNull = member.Value is NullableValue,
                IsRequired = isRequired,
                Descriptor = descriptor,
            }
            : new AttributeCase(attribute, string.Empty, null, () => EmitAssignment(member, _reading.Member(member)))
            {
                IsRequired = isRequired,
                Descriptor = descriptor,
            };
    }

    /// <summary>One region's part of a value.</summary>
    private AttributeCase Part(MemberModel member, string attribute)
    {
        var (local, value) = (_locals.Value(member), (RegionalValue)member.Value);
        var region = value.Parts.First(part => part.Attribute == attribute).Region;
        return value.Kind == RegionalKind.Counter
            ? new AttributeCase(attribute, "{\"N\":\"", "N", () => Add(_reading.Rest(value.Part)))
            : new AttributeCase(attribute, string.Empty, null, () => Add(_reading.Value(value.Part))) { Descriptor = TypeDescriptors.Of(value.Part) };

        void Add(string part) =>
            writer.Line($"{local} = {local}.{(value.Kind == RegionalKind.Counter ? "With" : "WithPart")}({Text.Literal(region)}, {part});");
    }

    /// <summary>Whether an attribute is one member's in all versions, and the member has no other.</summary>
    private bool HasOwnAttribute(MemberModel member) => member.IsStored
        && member.Upcasters.Count == 0
        && type.Members.All(other => other == member || other.Upcasters.All(upcaster => !upcaster.Attributes.Contains(member.Attribute)));

    /// <summary>The statement that keeps an attribute that no member stores, its name in the local <c>name</c>; null where it is stepped over.</summary>
    private string? CatchAll() => type.CatchAll is { } member
        ? $"({_locals.Value(member)} ??= new {Names.AttributeMap}())[reader.NameText(name)] = reader.ReadUnknownAttribute();"
        : null;

    /// <summary>
    /// An attribute of a versioned entity may be another member's in each version, and that of several members in one; a region's part never is.
    /// </summary>
    private void EmitVersions(string attribute)
    {
        var layers = StoredVersion.Layers(type.Members.Where(member => member.IsStored && member.Value is not RegionalValue)
            .SelectMany(member => StoredVersion.Of(member, _reading)).Where(branch => branch.Attribute == attribute));
        if (layers.Count == 1)
        {
            EmitLayer(layers[0]);
            return;
        }

        // Each member reads the value for itself.
        writer.OpenBlock().Line("var start = reader;");
        for (var i = 0; i < layers.Count; i++)
        {
            if (i > 0)
            {
                writer.Line("reader = start;");
            }

            EmitLayer(layers[i]);
        }

        writer.Close();
    }

    private void EmitLayer(IReadOnlyList<StoredVersion> branches)
    {
        if (branches[0].IsAlways)
        {
            EmitAssignment(branches[0].Member, branches[0].Expression);
            return;
        }

        // The versions of one member follow each other without a gap, so that its last branch takes all the rest.
        var isComplete = branches.All(branch => branch.Member == branches[0].Member)
            && branches[0].Above == 0
            && branches[branches.Count - 1].UpTo == int.MaxValue;
        for (var i = 0; i < branches.Count; i++)
        {
            var keyword = i == 0 ? "if" : "else if";
            writer.Open(isComplete && i == branches.Count - 1 ? "else" : $"{keyword} ({branches[i].Condition})");
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
        writer.Line($"{_locals.Value(member)} = {expression};");
        if (NeedsFlag(member))
        {
            writer.Line($"{_locals.Found(member)} = true;");
        }
    }

    private void EmitConstruction()
    {
        var members = type.Members.ToDictionary(member => member.Property);
        var arguments = string.Join(", ", type.ConstructorArguments.Select(argument =>
            (argument.Parameter is null ? string.Empty : Text.Identifier(argument.Parameter) + ": ") + Result(members[argument.Property])));
        var later = type.Members.Where(IsSetLater).ToArray();
        var mayRefuse = type.Members.Any(member => member.MayRefuse && member.Binding != MemberBinding.Constructor);
        var start = later.Length == 0 && !mayRefuse ? "return" : "var result =";
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
                writer.Line($"{Text.Identifier(member.Property)} = {Given(member)},");
            }

            writer.Close(";");
        }

        foreach (var member in later)
        {
            writer.Open($"if ({IsFound(member)})");
            writer.Line(member.Binding == MemberBinding.Assignment
                ? $"result.{Text.Identifier(member.Property)} = {Given(member)};"
                : $"{InitAccessors.Name(member)}({(type.IsValueType ? "ref " : string.Empty)}result, {Given(member)});");
            writer.Close();
        }

        if (mayRefuse)
        {
            writer.Line("reader.EndAccessors();");
        }

        if (later.Length > 0 || mayRefuse)
        {
            writer.Line("return result;");
        }
    }

    /// <summary>What an accessor is given; the reader is told whose it is where it may refuse it.</summary>
    private string Given(MemberModel member)
    {
        var name = member.IsStored ? member.Attribute : member.Property;
        return member.MayRefuse ? $"reader.ForAccessor({Text.Literal(name)}, {Result(member)})" : Result(member);
    }

    private string Result(MemberModel member) => member.Absence == AbsenceMeaning.Empty
        && (member.IsCatchAll || (member.Value.IsReference && member.Value is not NullableValue))
        ? $"{_locals.Value(member)} ?? {ValueTypes.Empty(member.Value)}"
        : _locals.Value(member);

    private static bool IsSetLater(MemberModel member) => member.Binding is MemberBinding.Assignment or MemberBinding.InitAccessor;

    /// <summary>Whether a variable of its own tells that the member was found, because no single attribute does.</summary>
    private bool NeedsFlag(MemberModel member) =>
        member.IsStored && !HasOwnAttribute(member) && (IsSetLater(member) || member.Absence == AbsenceMeaning.Error);

    private string IsFound(MemberModel member) => HasOwnAttribute(member)
        ? AttributeLoop.IsFound(_cases.Length, Array.FindIndex(_cases, single => single.Name == member.Attribute) + 1)
        : _locals.Found(member);
}
