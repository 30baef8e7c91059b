namespace DynamoGen.Analyzers.Tests.Schema;

public sealed class LockUpdateTests
{
    private const string Customer = "[Entity<Shop>, Key(\"CUSTOMER#{Id}\", \"A\")] public sealed partial record Customer(string Id);";

    [Fact]
    public void Compatible_changes_are_recorded()
    {
        var after = LockedSource.Order("public long Total { get; init; }") + Customer;
        Assert.Equal(LockedSource.LockOf(after), LockedSource.UpdatedLock(LockedSource.Order("public int Total { get; init; }"), after));
    }

    [Theory]
    [InlineData("public string? Total { get; init; }")]
    [InlineData("public required string Note { get; init; } public int Total { get; init; }")]
    public void Entity_that_no_longer_reads_its_items_stays_locked(string properties)
    {
        var before = LockedSource.Order("public int Total { get; init; }");
        Assert.Equal(LockedSource.LockOf(before + Customer), LockedSource.UpdatedLock(before, LockedSource.Order(properties) + Customer));
    }

    [Fact]
    public void Change_that_was_accepted_is_recorded()
    {
        var after = LockedSource.Order("public string? Total { get; init; }");
        Assert.Equal(LockedSource.LockOf(after), LockedSource.UpdatedLock(LockedSource.Order("public int Total { get; init; }"), after, "shop\nOrder"));
    }

    [Fact]
    public void What_is_gone_stays_locked_until_that_is_accepted()
    {
        var before = LockedSource.Order("") + Customer;
        Assert.Equal(LockedSource.LockOf(before), LockedSource.UpdatedLock(before, LockedSource.Order("")));
        Assert.Equal(LockedSource.LockOf(LockedSource.Order("")), LockedSource.UpdatedLock(before, LockedSource.Order(""), "shop\nCustomer"));
    }

    [Fact]
    public void Entity_of_another_name_stays_locked_until_that_is_accepted()
    {
        var before = LockedSource.WithTable(Customer);
        var after = LockedSource.WithTable(Customer.Replace("Entity<Shop>", "Entity<Shop>(Name = \"Client\")"));
        Assert.Equal(LockedSource.LockOf(before), LockedSource.UpdatedLock(before, after));
        Assert.Equal(LockedSource.LockOf(after), LockedSource.UpdatedLock(before, after, "shop\nCustomer"));
    }

    [Fact]
    public void Table_of_another_name_or_key_stays_locked_until_that_is_accepted()
    {
        var before = LockedSource.WithTable(Customer);
        foreach (var after in new[] { before.Replace("\"shop\"", "\"store\""), before.Replace("\"shop\"", "\"shop\", PartitionKey = \"id\"") })
        {
            var accepted = LockedSource.UpdatedLock(before, after, "shop", "shop\nCustomer");
            Assert.NotEqual(LockedSource.LockOf(before), accepted);
            Assert.Equal(LockedSource.LockOf(after), accepted);
        }
    }
}
