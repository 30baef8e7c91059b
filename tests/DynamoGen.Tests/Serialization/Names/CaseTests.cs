namespace DynamoGen.Tests.Serialization.Names;

public sealed class CaseTests
{
    [Fact]
    public void Members_whose_names_differ_in_case_alone_come_back_each_as_itself()
    {
        var read = Vec.FromItem(Vec.ToItem(new Vec(1, 2, 3, new Turn(4, 5)) { note = "small", Note = "capital" }));

        Assert.Equal((1, 2, 3), (read.Id, read.x, read.X));
        Assert.Equal((4, 5), (read.Turn!.angle, read.Turn.Angle));
        Assert.Equal(("small", "capital"), (read.note, read.Note));
    }

    [Fact]
    public void A_key_is_made_of_the_parts_of_its_exact_names() =>
        Assert.EndsWith("2#0000000003", Vec.ToItem(new Vec(1, 2, 3, null))["pk"].S, StringComparison.Ordinal);
}
